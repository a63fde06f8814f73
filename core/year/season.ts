// Decides which school year a promotion is for, and when schools do it.
import { beijingDay } from '../calendar'
import type { Instant } from '../wire'

/** From June on the year to come is meant: lists are written before the holidays. */
const FIRST_MONTH = 6
/** Until the end of September, when the last lists are in. */
const LAST_MONTH = 9
/** The month in which leaders are reminded. */
const REMINDED_MONTH = 8

const monthOf = (now: Instant) => Number(beijingDay(now).slice(5, 7))

/** The year in which the school year begins that a promotion at this moment leads into. */
export function yearToCome(now: Instant): number {
  const year = Number(beijingDay(now).slice(0, 4))
  return monthOf(now) >= FIRST_MONTH ? year : year - 1
}

/** Whether schools go up at this time of the year. */
export function isYearSeason(now: Instant): boolean {
  return monthOf(now) >= FIRST_MONTH && monthOf(now) <= LAST_MONTH
}

/** Whether a leader is reminded of it today. */
export function isYearDue(now: Instant): boolean {
  return monthOf(now) === REMINDED_MONTH
}
