// Decides whether somebody speaks for a class or for the school, and where their notices come from (M14, N01).
import { LEADERS, type Identity, type NoticeDraft, type NoticeSource, type Role } from '@class-pact/core/contract'

export function isLeader(role: Role): boolean {
  return LEADERS.some((each) => each === role)
}

export function isClassStaff(role: Role): boolean {
  return role === 'head_teacher' || role === 'teacher'
}

/** Where a notice comes from: a class's teacher speaks for the class; bureau and school only through the leaders. */
export function sourceOf(speaker: Identity, draft: Pick<NoticeDraft, 'source'>): NoticeSource {
  return isLeader(speaker.role) ? (draft.source ?? 'school') : 'class'
}
