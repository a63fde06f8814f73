// Decides what an instant is called in Beijing, whatever zone the machine is in.
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import type { Day, Instant } from '../wire'

dayjs.extend(utc)

/** Hours Beijing is ahead of UTC. */
const BEIJING = 8
const MINUTE_MS = 60_000

/** The first and the last instant whose year has four digits; what nobody can mean reads as the nearest of them. */
const FIRST_INSTANT = Date.parse('0000-01-01T00:00:00+08:00')
const LAST_INSTANT = Date.UTC(9999, 11, 30)
/** `YYYY-MM-DDTHH:mm` by Beijing's clock: plain arithmetic, because every rule of every post asks. */
const inBeijing = (now: Instant): string => {
  const meant = Math.min(Math.max(Number.isNaN(now) ? FIRST_INSTANT : now, FIRST_INSTANT), LAST_INSTANT)
  return new Date(meant + BEIJING * 60 * MINUTE_MS).toISOString()
}
const midnightUtc = (day: Day) => dayjs.utc(`${day}T00:00:00.000Z`)

/** The day it is in Beijing, `YYYY-MM-DD`. */
export function beijingDay(now: Instant): Day {
  return inBeijing(now).slice(0, 10)
}

/** The clock in Beijing, `HH:MM`. */
export function beijingClock(now: Instant): string {
  return inBeijing(now).slice(11, 16)
}

/** The instant a Beijing clock shows `clock` on `day`; `24:00` is the midnight that ends the day. */
export function instantOf(day: Day, clock: string): Instant {
  return midnightUtc(day).valueOf() + (minutesOf(clock) - BEIJING * 60) * MINUTE_MS
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** The day `count` days later; negative goes back. */
export function addDays(day: Day, count: number): Day {
  return midnightUtc(day).add(count, 'day').format('YYYY-MM-DD')
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return midnightUtc(day).day() || 7
}

/** School years end on 31 August. */
const LAST_DAY = '08-31'

/** The last day of the school year that `day` lies in. */
export function lastDayOfSchoolYear(day: Day): Day {
  const year = Number(day.slice(0, 4))
  return `${day.slice(5) <= LAST_DAY ? year : year + 1}-${LAST_DAY}`
}

/** The end of the next school year: nothing a school asks for today is due later. */
export function latestDeadline(now: Instant): Instant {
  const last = lastDayOfSchoolYear(beijingDay(now))
  return instantOf(`${Number(last.slice(0, 4)) + 1}-${LAST_DAY}`, '24:00')
}
