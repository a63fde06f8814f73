// Decides in whose name a notice goes out and whether they may address its classes (M14, N01).
import type { Audience, Identity, NoticeDraft, NoticeSource, Role } from '@class-pact/core/contract'
import type { Person } from '../../common/call/person'

export const CLASS_STAFF = ['head_teacher', 'teacher'] as const satisfies readonly Role[]
export const LEADERS = ['office', 'principal'] as const satisfies readonly Role[]

export function isLeader(role: Role): boolean {
  return role === 'office' || role === 'principal'
}

/**
 * The identities that may speak to this audience: the classes' own staff, or the leaders. Whose school the classes belong
 * to is seen when they are read: who leads two schools speaks for the one that has them. None: nobody of this person may.
 */
export function speakersFor(person: Person, audience: Audience): Identity[] {
  const leaders = person.identities.filter(({ role }) => isLeader(role))
  if (audience.to === 'school') return leaders.filter(({ schoolId }) => schoolId === audience.schoolId).slice(0, 1)
  const classIds = audience.to === 'child' ? [audience.classId] : audience.classIds
  const own = classIds.map((classId) =>
    person.identities.find((each) => each.classId === classId && CLASS_STAFF.some((role) => role === each.role)),
  )
  const [first] = own
  return first && own.every((each) => each?.schoolId === first.schoolId) ? [first] : leaders
}

/** Where a notice comes from: a class's teacher speaks for the class; bureau and school only through the leaders. */
export function sourceOf(speaker: Identity, draft: Pick<NoticeDraft, 'source'>): NoticeSource {
  return isLeader(speaker.role) ? (draft.source ?? 'school') : 'class'
}
