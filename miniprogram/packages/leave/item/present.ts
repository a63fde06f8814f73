// Decides what a leave shows to the family: where it stands, what was said, what can still be done (3.10).
import type { Instant, Leave, SchoolKind } from '@class-pact/core/contract'
import { mayChange, mayReturn, mayWithdraw } from '@class-pact/core/leave'
import { formatDays, formatSpan, LEAVE_KIND_WORDS, LEAVE_STATE_WORDS, sayProgress } from '../../../domains/leave/words'
import { sayGap } from '../../../services/calendar-gap'
import { formatClass, formatMoment } from '../../../services/format'

export interface LeaveView {
  state: string
  icon: 'clock' | 'ok' | 'info'
  plain: boolean
  who: string
  place: string
  lines: { label: string; text: string }[]
  photos: { url: string }[]
  /** ▶ */
  act: '' | 'return' | 'again'
  canWithdraw: boolean
  /** [改假条]: another leave in its place. */
  canChange: boolean
  /** [打电话]: 打电话给班主任, and the number. */
  call: { label: string; phone: string } | null
}

const CALL_WORDS = { head_teacher: '打电话给班主任', principal: '打电话给校长室' } as const

/** The sentence at the top. */
function stateSentence(leave: Leave, now: Instant, schoolKind: SchoolKind): string {
  const when = leave.decidedAt === undefined ? '' : formatMoment(leave.decidedAt, now)
  if (leave.replacedBy) return '已改成新的假条'
  if (leave.state === 'pending') return sayProgress(leave.progress, leave.teacher, schoolKind)
  if (leave.state === 'approved') return `已批，${leave.decidedBy ?? leave.teacher} ${when}`
  if (leave.state === 'rejected')
    return `驳回：${leave.words ?? (leave.wordsHeld ? '说明还没通过检查，请联系老师' : '请联系老师')}`
  if (leave.state === 'returned' && leave.returnedAt !== undefined)
    return `已销假，${formatMoment(leave.returnedAt, now)}`
  return LEAVE_STATE_WORDS[leave.state]
}

/** Lays a leave out for a guardian of the child. */
export function presentLeave(leave: Leave, now: Instant, schoolKind: SchoolKind = 'primary'): LeaveView {
  return {
    state: stateSentence(leave, now, schoolKind),
    icon: leave.state === 'pending' ? 'clock' : leave.state === 'rejected' ? 'info' : 'ok',
    plain: leave.state === 'withdrawn' || leave.state === 'returned',
    who: leave.childName,
    place: formatClass(leave.className),
    lines: [
      { label: '原因', text: LEAVE_KIND_WORDS[leave.kind] },
      { label: '时间', text: `${formatSpan(leave.span)}，${formatDays(leave.days)}` },
      ...(leave.replaces ? [{ label: '改假条', text: `原来${formatSpan(leave.replaces.span)}` }] : []),
      ...(leave.gap ? [{ label: '天数', text: sayGap(leave.gap) }] : []),
      ...(leave.reason ? [{ label: '说明', text: leave.reason }] : []),
      { label: '提交', text: `${leave.applicant} ${formatMoment(leave.submittedAt, now)}` },
      ...sayYes(leave, now),
    ],
    photos: leave.proof.map(({ url }) => ({ url })),
    act: mayReturn(leave, now) ? 'return' : leave.state === 'rejected' ? 'again' : '',
    canWithdraw: mayWithdraw(leave, now),
    canChange: mayChange(leave, now),
    call: leave.call ? { label: CALL_WORDS[leave.call.who], phone: leave.call.phone } : null,
  }
}

/** Who has said yes on its way; of a leave that one word decides the sentence at the top tells. */
function sayYes({ state, progress: { yes } }: Leave, now: Instant): LeaveView['lines'] {
  const told = state === 'pending' ? yes : yes.slice(0, -1)
  return told.map(({ card, at }) => ({ label: '同意', text: `${card} ${formatMoment(at, now)}` }))
}
