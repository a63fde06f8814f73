// Decides how a leave reads: its kinds, where it stands, which days it takes.
import type { LeaveDesk, LeaveKind, LeaveProgress, LeaveSpan, LeaveState, SchoolKind } from '@class-pact/core/contract'
import { formatClock, formatDate } from '../../services/format'
import { roleWord } from '../../services/words'

export const LEAVE_KIND_WORDS: Record<LeaveKind, string> = {
  fever: '发热',
  cough: '咳嗽',
  stomach: '肠胃不适',
  sick: '其他病假',
  personal: '事假',
}
export const LEAVE_STATE_WORDS: Record<LeaveState, string> = {
  pending: '待批',
  approved: '已批',
  rejected: '驳回',
  withdrawn: '已撤回',
  returned: '已销假',
}

/** 9月4日至9月7日上午, 9月4日, 9月4日下午（15:30离校） */
export function formatSpan(span: LeaveSpan): string {
  const { leaveAt, backAt } = span
  const times = [leaveAt && `${formatClock(leaveAt)}离校`, backAt && `${formatClock(backAt)}到校`].filter(Boolean)
  return formatHalves(span) + (times.length > 0 ? `（${times.join('，')}）` : '')
}

function formatHalves({ from, fromHalf, to, toHalf }: LeaveSpan): string {
  const start = formatDate(from)
  if (from === to) {
    if (fromHalf === 'am' && toHalf === 'pm') return start
    return start + (fromHalf === 'am' ? '上午' : '下午')
  }
  return `${start}${fromHalf === 'pm' ? '下午' : ''}至${formatDate(to)}${toHalf === 'am' ? '上午' : ''}`
}

/** 共1.5天 without the 共: 1.5天 */
export function formatDays(days: number): string {
  if (!Number.isFinite(days)) return '天数不明'
  return `${Number.isInteger(days) ? days : days.toFixed(1)}天`
}

/** Whose word a leave waits for: 王老师, 教导处, 园长 */
function sayDesk(desk: LeaveDesk, teacher: string, schoolKind: SchoolKind): string {
  return desk === 'head_teacher' && teacher ? teacher : roleWord(desk, schoolKind)
}

/** 已提交，等王老师批; 王老师已同意，等教导处批 (L14) */
export function sayProgress({ desk, yes }: LeaveProgress, teacher: string, schoolKind: SchoolKind): string {
  if (!desk) return ''
  const last = yes[yes.length - 1]
  return `${last ? `${last.card}已同意` : '已提交'}，等${sayDesk(desk, teacher, schoolKind)}批`
}

/** What becomes of a yes when it cannot be taken back any more: the family is told, or it goes on. */
export function sayNext({ desk }: LeaveProgress, schoolKind: SchoolKind): string {
  return desk ? `转${sayDesk(desk, '', schoolKind)}` : '告诉家长'
}
