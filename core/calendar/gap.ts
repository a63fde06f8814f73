// Decides of which days nobody knows for sure whether there is school: whoever shows a date that hangs on them says so.
import type { CalendarGap, Day, SchoolCalendar } from '../wire'
import { addDays, weekday } from './beijing'
import { isOftenHoliday, isReached, reachOf } from './reach'
import { dayKind, nationalKind } from './school-days'

/** Days of one question; a search for the next school day and the longest leave are shorter. */
const DAYS_MOST = 400

/** Why it is not known whether there is school on a day; undefined: it is known. A weekend is one in any case. */
export function gapOf(day: Day, calendar: SchoolCalendar): CalendarGap | undefined {
  const isSaid = calendar.school.includes(day) || dayKind(day, calendar) === 'rest'
  if (isSaid || isReached(day, calendar)) return undefined
  const reach = reachOf(calendar)
  if (reach && day > reach.to) return 'term'
  if (nationalKind(day) === 'unknown') return 'year'
  return !reach && weekday(day) <= 5 && isOftenHoliday(day) ? 'holiday' : undefined
}

/** The first gap from one day to another, both included. */
export function gapBetween(from: Day, to: Day, calendar: SchoolCalendar): CalendarGap | undefined {
  for (let day = from, count = 0; day <= to && count < DAYS_MOST; day = addDays(day, 1), count++) {
    const gap = gapOf(day, calendar)
    if (gap) return gap
  }
  return undefined
}
