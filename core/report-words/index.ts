// Decides the words of figures that stand on the page, in the table and on paper alike.
import type { UrgentCause } from '../wire'

/** Why a notice went out in quiet hours (C36). */
export const URGENT_WORDS: Record<UrgentCause, string> = {
  safety: '孩子安全',
  closure: '临时停课',
  dismissal: '提前离校',
  other: '其他',
}
