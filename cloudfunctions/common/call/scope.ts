// Decides in which of their identities somebody acts in a place: with one of the roles the action asks for (M14, N16).
import { LEADERS, type Identity, type Office, type Role } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import type { Place, Whose } from './handlers'
import type { Person } from './person'

/** The place an input names by itself: a child, a class or a school. Undefined: none. */
export function placeIn(input: unknown): Place | undefined {
  const { childId, classId, schoolId } = input as Record<string, unknown>
  const place: Place = {
    ...(typeof childId === 'string' && { childId }),
    ...(typeof classId === 'string' && { classId }),
    ...(typeof schoolId === 'string' && { schoolId }),
  }
  return Object.keys(place).length > 0 ? place : undefined
}

/**
 * Whether an identity belongs to a place: a family to its child, or to its child's class and school; staff and supervisor
 * to their class, or to its school; leaders to their school, officers to their school or their grade's classes of it. What of
 * a place is not known fits nobody.
 */
export function belongsTo(identity: Identity, { childId, classId, schoolId, className = '' }: Place): boolean {
  const inSchool = schoolId === undefined || identity.schoolId === schoolId
  switch (identity.role) {
    case 'office':
    case 'principal':
      return schoolId !== undefined && inSchool
    case 'officer':
      if (schoolId === undefined || !inSchool || childId !== undefined) return false
      return classId === undefined || !identity.grade || gradeOfClass(className) === identity.grade
    case 'guardian':
      if (childId !== undefined && identity.childId !== childId) return false
      return inSchool && (classId === undefined || identity.classId === classId)
    default:
      if (classId === undefined) return childId === undefined && schoolId !== undefined && inSchool
      return inSchool && identity.classId === classId
  }
}

/** Whether an officer's office is one of those that an action is open to (M17); everybody else is asked for their role alone. */
export function servesIn({ role, office }: Identity, offices: readonly Office[] | undefined): boolean {
  return role !== 'officer' || offices === undefined || (office !== undefined && offices.includes(office))
}

/** Whoever leads a school; of its classes they serve all. */
export const isLeader = ({ role }: Pick<Identity, 'role'>): boolean => (LEADERS as readonly Role[]).includes(role)

/** The finder of a list that a class's own people have of their class, and the leaders alone of the school. */
export function findListed(of: { classId: string } | { schoolId: string }): Promise<Whose<undefined>> {
  return Promise.resolve({ found: undefined, place: of, may: (identity) => 'classId' in of || isLeader(identity) })
}

/** In the order of the roles: who is both family and staff acts as what the row names first. */
export function identityIn(
  person: Person,
  roles: readonly Role[],
  fits: (identity: Identity) => boolean,
): Identity | undefined {
  const fitting = person.identities.filter((identity) => roles.includes(identity.role) && fits(identity))
  return roles.flatMap((role) => fitting.find((identity) => identity.role === role) ?? [])[0]
}
