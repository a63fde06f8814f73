// Decides which notices may wait for the daily summary of a family, and when it goes out (screens.md 5).
import { addDays, beijingDay, instantOf } from '../calendar'
import type { Instant } from '../wire'

/** When the summary of the day goes out, and when staff hear what waits (screens.md 5). */
export const DAILY_AT = '17:30'

/** The next half past five from `now` on at which the school is open, or the opening after it. */
export function dailyTime(now: Instant, opensAt: (at: Instant) => Instant): Instant {
  const today = instantOf(beijingDay(now), DAILY_AT)
  return opensAt(today >= now ? today : instantOf(addDays(beijingDay(now), 1), DAILY_AT))
}

/** Important and urgent ones come at once, and so does what has to be answered before the summary. */
export function mayWaitFor(
  notice: { important: boolean; isUrgent: boolean; deadline?: Instant },
  summaryAt: Instant,
): boolean {
  return !notice.important && !notice.isUrgent && (notice.deadline === undefined || notice.deadline > summaryAt)
}
