// Decides when a roll is due, and for which moment one may still be taken: 晨检 and 午检 of a school day (L04, L05).
import { addDays, beijingClock, beijingDay, instantOf, lessonHours, mayBeSchoolDay, minutesOf } from '../calendar'
import type { Day, Half, Instant, SchoolCalendar } from '../wire'

/** When the afternoon begins. */
const NOON = '12:00'
/** A phone that finds its network again after a week's trip still hands in what it has kept, days. */
const KEPT_DAYS = 7
/** Whoever is early finds the check on 今天 an hour before it is due, minutes. */
const AHEAD_MINUTES = 60

/** The half day it is. */
export const halfAt = (now: Instant): Half => (beijingClock(now) < NOON ? 'am' : 'pm')

/** When the check of a half day is due, HH:MM: when lessons begin. */
export function checkTime(half: Half, calendar: Pick<SchoolCalendar, 'hours'>): string {
  const { morning, afternoon } = lessonHours(calendar)
  return half === 'am' ? morning.from : afternoon.from
}

/** The check that 今天 speaks of: the last one that is due, or nearly; none on a rest day. */
export function checkOfNow(now: Instant, calendar: SchoolCalendar): Half | undefined {
  if (!mayBeSchoolDay(beijingDay(now), calendar)) return undefined
  const minute = minutesOf(beijingClock(now))
  const opens = (half: Half) => minutesOf(checkTime(half, calendar)) - AHEAD_MINUTES
  if (minute >= Math.max(opens('pm'), minutesOf(NOON))) return 'pm'
  return minute >= opens('am') ? 'am' : undefined
}

export type RollFit = { ok: true } | { ok: false; code: 'ROLL_REST' | 'ROLL_DAY' }

/**
 * Whether a roll can be saved: it was taken on its own day, not before its half begins, on a school day as far as anybody
 * knows; what had no network comes later. Errors: ROLL_DAY, ROLL_REST.
 */
export function fitRoll(
  { day, half, takenAt }: { day: Day; half: Half; takenAt: Instant },
  calendar: SchoolCalendar,
  now: Instant,
): RollFit {
  const isOfItsDay = day === beijingDay(takenAt) && (half === 'am' || halfAt(takenAt) === 'pm')
  const today = beijingDay(now)
  if (!isOfItsDay || day > today || day < addDays(today, -KEPT_DAYS)) return { ok: false, code: 'ROLL_DAY' }
  return mayBeSchoolDay(day, calendar) ? { ok: true } : { ok: false, code: 'ROLL_REST' }
}

/** A phone's moment within the roll's day, and never later than now: its clock may be wrong. */
export function momentOf(at: Instant, day: Day, now: Instant): Instant {
  return Math.min(Math.max(at, instantOf(day, '00:00')), now)
}
