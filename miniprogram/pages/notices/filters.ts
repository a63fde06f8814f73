// Decides what the list of notices can be narrowed to (N12).
import { NOTICE_KINDS, type NoticeKind, type NoticeRow, type Role } from '@class-pact/core/contract'
import type { ChipOption } from '../../components/choice-chips/choice-chips'
import { KIND_WORDS } from '../../domains/notice/words'

/** all, todo, what went to the staff, or a kind */
export type FilterValue = 'all' | 'todo' | 'staff' | NoticeKind

export const FILTERS: ChipOption[] = [
  { value: 'all', label: '全部' },
  { value: 'todo', label: '待办' },
  ...NOTICE_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] })),
]

/** What the school asks of its staff is theirs alone to look for (N19). */
export function offerFilters(role: Role | undefined): ChipOption[] {
  const isFamily = role === undefined || role === 'guardian' || role === 'supervisor'
  const [all, todo, ...kinds] = FILTERS
  return isFamily || !all || !todo ? FILTERS : [all, todo, { value: 'staff', label: '校务' }, ...kinds]
}

/** What the cloud narrows by. */
export function askFor(filter: FilterValue): { kind?: NoticeKind; filter: 'todo' | 'all' | 'staff' } {
  if (filter === 'all' || filter === 'todo' || filter === 'staff') return { filter }
  return { filter: 'all', kind: filter }
}

/** Whether a row is what somebody looks for: title, class, sender. */
export function matches({ title, className, sender }: NoticeRow, words: string): boolean {
  return [title, className, sender].some((text) => text.includes(words.trim()))
}
