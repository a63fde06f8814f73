// Decides which step a leave may take, who may take it, and what it is afterwards: 待批→已批/驳回→销假, 撤回 (L03).
import { beijingDay } from '../calendar'
import { limits, type ErrorCode, type Instant, type LeaveState } from '../wire'
import type { LeaveSpan } from './contract'
import type { LeaveApproval } from './desks'
import { hasBegun } from './span'

/** What the rules need to know of a leave. */
export interface LeaveStanding {
  state: LeaveState
  applicant: { openid: string }
  span: LeaveSpan
  decidedAt?: Instant
  decidedBy?: { openid: string }
  approvals?: readonly Pick<LeaveApproval, 'openid' | 'at'>[]
}

export type Step = 'approve' | 'reject' | 'undo' | 'withdraw' | 'return'

export type StepResult =
  | { ok: true; state: LeaveState }
  /** The step was taken before, by the same person: nothing is left to do. */
  | { ok: true; state: LeaveState; already: true }
  | { ok: false; code: Extract<ErrorCode, 'LEAVE_STATE' | 'APPLICANT_CANNOT_APPROVE'> }

const LEADS_TO: Record<Step, LeaveState> = {
  approve: 'approved',
  reject: 'rejected',
  undo: 'pending',
  withdraw: 'withdrawn',
  return: 'returned',
}

/**
 * Takes one step. Whether `openid` is this class's teacher or this child's guardian at all is asked before.
 * Errors: APPLICANT_CANNOT_APPROVE; LEAVE_STATE when the leave is not where the step starts from.
 * @param isTheirs a pending leave waits for their word (`waitsFor`)
 */
export function takeStep(
  leave: LeaveStanding,
  step: Step,
  openid: string,
  now: Instant,
  isTheirs = leave.state === 'pending',
): StepResult {
  const state = LEADS_TO[step]
  if ((step === 'approve' || step === 'reject' || step === 'undo') && leave.applicant.openid === openid) {
    return { ok: false, code: 'APPLICANT_CANNOT_APPROVE' }
  }
  if (isRepeat(leave, step, openid, isTheirs)) return { ok: true, state, already: true }
  return isAllowed(leave, step, openid, now, isTheirs) ? { ok: true, state } : { ok: false, code: 'LEAVE_STATE' }
}

/** Whether the family can take it back: before it is decided, or before its first half day begins. */
export function mayWithdraw({ state, span }: Pick<LeaveStanding, 'state' | 'span'>, now: Instant): boolean {
  return state === 'pending' || (state === 'approved' && !hasBegun(span, now))
}

/** Whether the child can be reported back (销假): from its first half day on. */
export function mayReturn({ state, span }: Pick<LeaveStanding, 'state' | 'span'>, now: Instant): boolean {
  return state === 'approved' && hasBegun(span, now)
}

/** Whether another leave may be asked for in its place: while it counts and is not over. */
export function mayChange({ state, span }: Pick<LeaveStanding, 'state' | 'span'>, now: Instant): boolean {
  return (state === 'pending' || state === 'approved') && span.to >= beijingDay(now)
}

function isRepeat(leave: LeaveStanding, step: Step, openid: string, isTheirs: boolean): boolean {
  const hasSaidYes = leave.approvals?.some((yes) => yes.openid === openid) === true
  // It has gone on to somebody else.
  if (step === 'approve' && leave.state === 'pending') return hasSaidYes && !isTheirs
  if (leave.state !== LEADS_TO[step]) return false
  if (step === 'approve' || step === 'reject') return leave.decidedBy?.openid === openid
  return step !== 'undo' || !hasSaidYes
}

function isAllowed(leave: LeaveStanding, step: Step, openid: string, now: Instant, isTheirs: boolean): boolean {
  switch (step) {
    case 'approve':
    case 'reject':
      return leave.state === 'pending' && isTheirs
    case 'undo': {
      const last = lastWord(leave)
      return last?.openid === openid && now < last.at + limits.UNDO_MS
    }
    case 'withdraw':
      return mayWithdraw(leave, now)
    case 'return':
      return mayReturn(leave, now)
  }
}

/** Who has decided last, and when; a yes that sent the leave on is one of these words. */
function lastWord({ state, decidedAt, decidedBy, approvals = [] }: LeaveStanding) {
  if (state === 'pending') return approvals[approvals.length - 1]
  const isDecided = state === 'approved' || state === 'rejected'
  return isDecided && decidedBy && decidedAt !== undefined ? { openid: decidedBy.openid, at: decidedAt } : undefined
}
