// Decides the words for how a notice reached a child: the same on the page, on paper and in the table.
import type { EntryState, FollowUp } from '../slip/contract'
import type { FollowUpWay, LineClosed, ReplyMode } from '../wire'

export const FOLLOW_UP_WORDS: Record<FollowUpWay, string> = {
  phone: '电话',
  paper: '纸质',
  face: '当面',
  visit: '家访',
}

/** Why nobody waits for a child's line any more (L12). */
export const CLOSED_WORDS: Record<LineClosed, string> = { left: '已离校', suspended: '休学', moved: '已转班' }

/** What a reply of this mode makes of a child's line: 签, 确认 or 读. */
const doneWord = (mode: ReplyMode) => (mode === 'sign' ? '签' : mode === 'confirm' ? '确认' : '读')

/** Where a child's line stands: 已签, 已告知, 已读未签, 未绑定家长. */
export function stateWord(state: EntryState, mode: ReplyMode, closed?: LineClosed): string {
  switch (state) {
    case 'signed':
      return `已${doneWord(mode)}`
    case 'followed':
      return '已告知'
    case 'read':
      return mode === 'sign' || mode === 'confirm' ? `已读未${doneWord(mode)}` : '已读'
    case 'unread':
      return '未读'
    case 'not_reminded':
      return '收不到提醒'
    case 'unbound':
      return '未绑定家长'
    case 'closed':
      return closed ? CLOSED_WORDS[closed] : '已离开'
  }
}

/** One entry of a child's history: 纸质，告知妈妈，语文王老师记；更正 takes the one before back. */
export function sayFollowUp({ way, told, by, result, takesBack }: FollowUp, when: string): string {
  const kind = takesBack ? `更正：没有${FOLLOW_UP_WORDS[way]}告知${told}` : `${FOLLOW_UP_WORDS[way]}，告知${told}`
  return [when, kind, `${by}记`, result].filter(Boolean).join('，')
}
