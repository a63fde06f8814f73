// Decides whether somebody speaks for a class or for the school, and where their notices come from (M14, N01).
import { composeIssuer } from '@class-pact/core/notice'
import { LEADERS, type Identity, type NoticeDraft, type NoticeSource, type Role } from '@class-pact/core/contract'

export function isLeader(role: Role): boolean {
  return LEADERS.some((each) => each === role)
}

export function isClassStaff(role: Role): boolean {
  return role === 'head_teacher' || role === 'teacher'
}

/** 年级组长: who may write to the own grade, where the pact lets them (G01). */
export function isGradeLeader({ role, office }: Pick<Identity, 'role' | 'office'>): boolean {
  return role === 'officer' && office === 'grade_leader'
}

/**
 * Where a notice comes from: a class's teacher speaks for the class, the leader of a grade for the school; for the bureau
 * only the leaders.
 */
export function sourceOf(speaker: Identity, draft: Pick<NoticeDraft, 'source'>): NoticeSource {
  if (isGradeLeader(speaker)) return 'school'
  return isLeader(speaker.role) ? (draft.source ?? 'school') : 'class'
}

/** As the signature line reads: leaders sign as the school, a grade's leader with no class. */
export function issuerOf(speaker: Identity, schoolName: string, className: string | undefined): string {
  if (isLeader(speaker.role)) return composeIssuer(schoolName)
  return composeIssuer(schoolName, { ...(!isGradeLeader(speaker) && { className }), card: speaker.card })
}
