// Decides in whose name somebody acts: which of their identities fits a class, a child or a school.
import type { Closed, Identity, Instant, Role } from '@class-pact/core/contract'
import type { Person } from './person'

export function hasRole(person: Person, roles: readonly Role[]): boolean {
  return person.identities.some((identity) => roles.includes(identity.role))
}

/** The identity that acts for this child's family, if it is theirs (N16). */
export function guardianOf(person: Person, childId: string): Identity | undefined {
  return person.identities.find((identity) => identity.role === 'guardian' && identity.childId === childId)
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
  /** What has ended for the child there. */
  closed?: Closed
}

export function ownChildren(person: Person): OwnChild[] {
  return childrenOf(person.identities)
}

/** Also those that are not here any more, or not now: what was signed for them is still theirs who signed it (L12). */
export function everyChild({ identities, former }: Person): OwnChild[] {
  return childrenOf([...new Set([...identities, ...former])])
}

function childrenOf(identities: readonly Identity[]): OwnChild[] {
  return identities.flatMap(({ role, schoolId, classId, className = '', childId, childName = '', closed }) =>
    role === 'guardian' && classId && childId
      ? [{ schoolId, classId, className, childId, childName, ...(closed && { closed }) }]
      : [],
  )
}
