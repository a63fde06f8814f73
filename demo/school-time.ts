// Decides which days the demo's past and future lie on: school days before and after now, in Beijing time.
import { addDays, beijingDay, instantOf, mayBeSchoolDay, nextSchoolDay } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'

/** The demo school keeps to the national calendar. */
export const CALENDAR = { rest: [], school: [] }
const HOUR_MS = 3_600_000
/** Families read notices between these hours. */
const [WAKE, SLEEP] = ['06:40', '22:40'] as const

/** The school day `count` school days before today; 0 is today, or the last one when today is none. */
export function schoolDayBefore(now: Instant, count: number): Day {
  let day = beijingDay(now)
  for (let left = count; ; day = addDays(day, -1)) {
    if (!mayBeSchoolDay(day, CALENDAR)) continue
    if (left === 0) return day
    left--
  }
}

/** The n-th school day that lies before today, from 1 on. */
export const dayBefore = (now: Instant, count: number): Day => schoolDayBefore(now - 24 * HOUR_MS, count - 1)

export const schoolDayAfter = (day: Day): Day => nextSchoolDay(day, CALENDAR)

/** An instant of the past: never later than a minute before now. */
export function past(now: Instant, day: Day, clock: string): Instant {
  return Math.min(instantOf(day, clock), now - 60_000)
}

/** Nobody signs at night: what falls into it happens in the morning, at a minute of its own. */
export function whileAwake(at: Instant, minute: number): Instant {
  const day = beijingDay(at)
  if (at < instantOf(day, WAKE)) return instantOf(day, WAKE) + minute * 60_000
  if (at > instantOf(day, SLEEP)) return instantOf(addDays(day, 1), WAKE) + minute * 60_000
  return at
}

/** Hours until a family signs: half within about three hours, nine in ten within a day. */
export function hoursToSign(chance: number): number {
  return chance < 0.5 ? 0.05 + 6 * chance * chance * 2 : 3 * Math.exp((chance - 0.5) * 5)
}

export const hours = (count: number) => count * HOUR_MS
