// Decides how a leave reads: its kinds, where it stands, which days it takes.
import type { LeaveKind, LeaveSpan, LeaveState } from '@class-pact/core/contract'
import { formatDate } from '../../services/format'

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

/** 9月4日至9月7日上午, 9月4日, 9月4日下午 */
export function formatSpan({ from, fromHalf, to, toHalf }: LeaveSpan): string {
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
