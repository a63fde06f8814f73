// Decides in whose name somebody acts: which of their identities fits a class, a child or a school.
import type { Identity, Instant, Role } from '@class-pact/core/contract'
import type { Person } from './person'

/** Roles of a whole school: their identities name no class. */
const SCHOOL_WIDE: readonly Role[] = ['office', 'principal']

export function hasRole(person: Person, roles: readonly Role[]): boolean {
  return person.identities.some((identity) => roles.includes(identity.role))
}

/** The identity that acts for this child's family, if it is theirs (N16). */
export function guardianOf(person: Person, childId: string): Identity | undefined {
  return person.identities.find((identity) => identity.role === 'guardian' && identity.childId === childId)
}

/** The identity with one of `roles` that serves this class: its own staff, or leaders of its school (M14). */
export function staffOf(
  person: Person,
  place: { classId: string; schoolId: string },
  roles: readonly Exclude<Role, 'guardian' | 'supervisor'>[],
): Identity | undefined {
  return person.identities.find(
    ({ role, classId, schoolId }) =>
      (roles as readonly Role[]).includes(role) &&
      schoolId === place.schoolId &&
      (classId === place.classId || SCHOOL_WIDE.includes(role)),
  )
}

/** The identity with one of `roles` in this school, whatever the class. */
export function memberOf(person: Person, schoolId: string, roles: readonly Role[]): Identity | undefined {
  return person.identities.find((identity) => roles.includes(identity.role) && identity.schoolId === schoolId)
}

/** Until when this identity may not post to its class; undefined: it may. A mute is a guardian's, never of staff (G04). */
export function mutedUntil(person: Person, { role, classId }: Identity, now: Instant): Instant | undefined {
  const until = role === 'guardian' && classId ? person.mutes?.[classId] : undefined
  return until !== undefined && until > now ? until : undefined
}

/** A child beside whom somebody has a seat. */
export interface OwnChild {
  classId: string
  className: string
  childId: string
  childName: string
  schoolId: string
}

export function ownChildren(person: Person): OwnChild[] {
  return person.identities.flatMap(({ role, schoolId, classId, className = '', childId, childName = '' }) =>
    role === 'guardian' && classId && childId ? [{ schoolId, classId, className, childId, childName }] : [],
  )
}
