// Decides how a day by which something has to be done is said: 今天16:30, 周五, 12月31日.
import { addDays, beijingClock, beijingDay, weekday } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'
import { formatClock, formatDate } from '../../../services/format'

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** Midnight ends the day before. */
export const lastDayOf = (dueAt: Instant): Day => beijingDay(dueAt - 1)

/** A day that ends is said without its clock. */
export function sayDue(dueAt: Instant, now: Instant): string {
  const clock = beijingClock(dueAt)
  const isWhole = clock === '00:00' || clock === '23:59'
  return nearDay(lastDayOf(dueAt), beijingDay(now)) + (isWhole ? '' : formatClock(clock))
}

/** The last day of the week that a day lies in. */
export const endOfWeek = (day: Day): Day => addDays(day, 7 - weekday(day))

function nearDay(day: Day, today: Day): string {
  if (day === today) return '今天'
  if (day === addDays(today, 1)) return '明天'
  if (day === addDays(today, -1)) return '昨天'
  const isThisWeek = day > today && day <= endOfWeek(today)
  return isThisWeek ? (WEEKDAYS[weekday(day) - 1] ?? '') : formatDate(day)
}
