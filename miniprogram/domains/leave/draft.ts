// Decides where a leave that is being asked for is kept, and that words written elsewhere become its reason (L01).
import { limits, type LeaveKind, type LeaveSpan } from '@class-pact/core/contract'
import { readDraft, saveDraft } from '../../services/drafts'

export const LEAVE_DRAFT = 'leave'

export interface LeaveDraft {
  childId: string
  kind: LeaveKind | ''
  span: LeaveSpan | null
  reason: string
}

/** What a family has written to the teacher goes on as the reason of its leave; what was chosen already stays. */
export function keepLeaveReason(childId: string, words: string): void {
  const kept = readDraft<LeaveDraft>(LEAVE_DRAFT)
  const { kind, span } = kept?.childId === childId ? kept : { kind: '' as const, span: null }
  saveDraft(LEAVE_DRAFT, { childId, kind, span, reason: words.slice(0, limits.LEAVE_REASON_MAX) } satisfies LeaveDraft)
}
