// Decides how a leave request reads to whoever approves it, and which stand open (screens.md 3.11, L03).
import type { Instant, LeaveCard, LeaveList } from '@class-pact/core/contract'
import { sayGap } from '../../../services/calendar-gap'
import { formatDays, formatSpan, LEAVE_KIND_WORDS, LEAVE_STATE_WORDS } from '../../../domains/leave/words'
import { formatMoment } from '../../../services/format'

/** What a rejection most often says; one tap each. */
export const REJECT_WORDS = ['日期有误', '请补证明', '请电话说明'] as const

export interface CardView {
  leaveId: string
  childId: string
  no: string
  name: string
  kind: string
  span: string
  reason: string
  sub: string
  proof: { fileId: string; url: string }[]
  recent: string
  state: string
  words: string
  /** Nobody approves an own request (L03). */
  mine: boolean
  label: string
}

export function presentCard(leave: LeaveCard, now: Instant): CardView {
  const kind = LEAVE_KIND_WORDS[leave.kind]
  const span = [`${formatSpan(leave.span)}，共${formatDays(leave.days)}`, sayGap(leave.gap)].filter(Boolean).join('。')
  return {
    leaveId: leave.leaveId,
    childId: leave.childId,
    no: leave.no,
    name: leave.childName,
    kind,
    span,
    reason: leave.reason ?? '',
    sub: `${formatMoment(leave.submittedAt, now)}提交`,
    proof: leave.proof,
    recent: leave.recentCount > 1 ? `近30天第${leave.recentCount}次` : '',
    state: LEAVE_STATE_WORDS[leave.state],
    words: leave.words ?? '',
    mine: leave.appliedByMe,
    label: `${leave.childName}，${kind}，${span}`,
  }
}

export interface ApproveView {
  open: CardView[]
  /** Of those that wait, also those further down. */
  waiting: number
  openLeft: number
  /** Approved and not over, or decided lately: to look up, not to act on. */
  decided: CardView[]
  /** Earlier ones can be brought. */
  earlier: string
}

/** Requests that wait, as the cloud brings them: the oldest first; the others below. */
export function presentLeaves(
  { leaves, waiting, left }: Pick<LeaveList, 'leaves' | 'waiting'> & { left: number },
  now: Instant,
): ApproveView {
  const open = leaves.filter(({ state }) => state === 'pending')
  const decided = leaves.filter(({ state }) => state === 'approved' || state === 'returned')
  return {
    open: open.map((each) => presentCard(each, now)),
    waiting,
    openLeft: left > 0 ? Math.max(0, waiting - open.length) : 0,
    decided: decided.map((each) => presentCard(each, now)),
    earlier: left > 0 ? '看更早的' : '',
  }
}
