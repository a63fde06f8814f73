// Decides how a leave request reads to whoever approves it, and which stand open (screens.md 3.11, L03).
import type { Instant, LeaveCard, LeaveList, SchoolKind } from '@class-pact/core/contract'
import { sayGap } from '../../../services/calendar-gap'
import { formatDays, formatSpan, LEAVE_KIND_WORDS, LEAVE_STATE_WORDS, sayProgress } from '../../../domains/leave/words'
import { formatClass, formatMoment } from '../../../services/format'

/** What a rejection most often says; one tap each. */
export const REJECT_WORDS = ['日期有误', '请补证明', '请电话说明'] as const

export interface CardView {
  leaveId: string
  childId: string
  /** The number on the roll; leaders read the class instead. */
  no: string
  place: string
  name: string
  kind: string
  span: string
  reason: string
  sub: string
  proof: { fileId: string; url: string }[]
  recent: string
  state: string
  words: string
  /** Why the reader does not decide it (L03, L14). */
  not: string
  /** Who has said yes before: 王老师昨天16:20同意 */
  yes: string[]
  label: string
}

/** @param of whose list it is: leaders read the class on a card */
export function presentCard(leave: LeaveCard, now: Instant, { isSchool, schoolKind }: Reader): CardView {
  const kind = LEAVE_KIND_WORDS[leave.kind]
  const span = [`${formatSpan(leave.span)}，共${formatDays(leave.days)}`, sayGap(leave.gap)].filter(Boolean).join('。')
  return {
    leaveId: leave.leaveId,
    childId: leave.childId,
    no: isSchool ? '' : leave.no,
    place: isSchool ? formatClass(leave.className) : `${leave.no}号`,
    name: leave.childName,
    kind,
    span,
    reason: leave.reason ?? '',
    sub: [`${formatMoment(leave.submittedAt, now)}提交`, leave.replaces && `改假条，原来${formatSpan(leave.replaces)}`]
      .filter(Boolean)
      .join('，'),
    proof: leave.proof,
    recent: leave.recentCount > 1 ? `近30天第${leave.recentCount}次` : '',
    state: leave.state === 'pending' ? sayProgress(leave.progress, '', schoolKind) : LEAVE_STATE_WORDS[leave.state],
    words: leave.words ?? '',
    not: sayNot(leave, schoolKind),
    yes: leave.progress.yes.map(({ card, at }) => `${card}${formatMoment(at, now)}同意`),
    label: `${leave.childName}，${kind}，${span}`,
  }
}

/** Who reads the list. */
export interface Reader {
  isSchool: boolean
  schoolKind: SchoolKind
}

/** Nobody approves an own request (L03), and nobody what lies at another's desk. */
function sayNot({ appliedByMe, progress }: LeaveCard, schoolKind: SchoolKind): string {
  if (appliedByMe) return '您是申请人，由教导处审批。'
  return progress.mine ? '' : sayProgress(progress, '', schoolKind)
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

/** Requests that wait, as the cloud brings them: the oldest first; the others below, those that have gone on first. */
export function presentLeaves(
  { leaves, waiting, left }: Pick<LeaveList, 'leaves' | 'waiting'> & { left: number },
  now: Instant,
  reader: Reader = { isSchool: false, schoolKind: 'primary' },
): ApproveView {
  const pending = leaves.filter(({ state }) => state === 'pending')
  const gone = pending.filter(({ progress }) => progress.yes.length > 0 && !progress.mine)
  const open = pending.filter((leave) => !gone.includes(leave))
  const decided = leaves.filter(({ state }) => state === 'approved' || state === 'returned')
  return {
    open: open.map((each) => presentCard(each, now, reader)),
    waiting,
    openLeft: left > 0 ? Math.max(0, waiting - open.length) : 0,
    decided: [...gone, ...decided].map((each) => presentCard(each, now, reader)),
    earlier: left > 0 ? '看更早的' : '',
  }
}
