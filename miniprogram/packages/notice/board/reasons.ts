// Decides why a notice has not reached children, told apart, each with what helps there (N06, N10).
import type { EntryState, ReplyMode } from '@class-pact/core/contract'
import { stateWord } from '@class-pact/core/slip-words'

export interface Reason {
  /** As choice-chips takes it; empty: all of them. */
  value: string
  label: string
  /** The next step. */
  hint: string
}

/** In the order of what takes longest. */
const ORDER: EntryState[] = ['unbound', 'not_reminded', 'unread', 'read']
const HINTS: Partial<Record<EntryState, string>> = {
  unbound: '还没有家长加入：请打电话，或打印纸质回执单；也可以在成员里再发邀请。',
  not_reminded: '家长没有留着提醒的次数，微信消息到不了：请打电话，或打印纸质回执单。',
  unread: '消息到了，还没有点开：可以提醒一次，再没看请打电话。',
  read: '看过了，还没有回复：可以提醒一次，再没回请打电话。',
}

/** Fewer children are seen at a glance. */
const LEAST = 3

/** All, and every reason there is; one reason alone is said by its rows. */
export function sortReasons(open: readonly { state: EntryState }[], mode: ReplyMode): Reason[] {
  const reasons = ORDER.flatMap((state): Reason[] => {
    const count = open.filter((row) => row.state === state).length
    return count > 0 ? [{ value: state, label: `${stateWord(state, mode)}${count}`, hint: HINTS[state] ?? '' }] : []
  })
  return reasons.length > 1 && open.length >= LEAST
    ? [{ value: '', label: `全部${open.length}`, hint: '' }, ...reasons]
    : []
}
