// Decides in whose name a notice goes out and whether they may address its classes (M14, N01).
import type { Audience, Identity, NoticeDraft, NoticeSource, Role } from '@class-pact/core/contract'
import type { PersonDoc } from '../../common/store/documents'
import { memberOf } from '../../common/session'

export const CLASS_STAFF = ['head_teacher', 'teacher'] as const satisfies readonly Role[]
export const LEADERS = ['office', 'principal'] as const satisfies readonly Role[]

export function isLeader(role: Role): boolean {
  return role === 'office' || role === 'principal'
}

/**
 * The identity that may speak to this audience: the classes' own staff, or a leader of the school.
 * That the classes belong to the leader's school is seen when they are read; undefined: nobody of this person may.
 */
export function speakerFor(person: PersonDoc, audience: Audience): Identity | undefined {
  if (audience.to === 'school') return memberOf(person, audience.schoolId, LEADERS)
  const classIds = audience.to === 'child' ? [audience.classId] : audience.classIds
  const own = classIds.map((classId) =>
    person.identities.find((each) => each.classId === classId && CLASS_STAFF.some((role) => role === each.role)),
  )
  const [first] = own
  if (first && own.every((each) => each?.schoolId === first.schoolId)) return first
  return person.identities.find(({ role }) => isLeader(role))
}

/** Where a notice comes from: a class's teacher speaks for the class; bureau and school only through the leaders. */
export function sourceOf(speaker: Identity, draft: Pick<NoticeDraft, 'source'>): NoticeSource {
  return isLeader(speaker.role) ? (draft.source ?? 'school') : 'class'
}
