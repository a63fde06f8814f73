// Decides from when on a term's feedback is missed, and until when it is asked for (G14).
import { addDays, beijingDay, instantOf } from '../calendar'
import type { DaySpan, Instant } from '../wire'
import type { OpenItem } from './contract'

/** A term is asked about when most of it is over, and while families still answer; S4 says only 定期. */
export const FEEDBACK_WEEKS = 4

/**
 * What an inspection finds open where the families were not asked: in the last weeks of the term, and overdue after it.
 * @param term the one that a day stands for: in the holidays the one that has ended
 */
export function feedbackDue(term: DaySpan | undefined, now: Instant): OpenItem | undefined {
  if (!term || beijingDay(now) < addDays(term.to, 1 - 7 * FEEDBACK_WEEKS)) return undefined
  const until = instantOf(term.to, '24:00')
  return { kind: 'feedback', title: '', count: 1, until, overdue: until <= now }
}
