// Decides which school year a day lies in, and when the n-th week of a term ends.
import {
  addDays,
  gapOf,
  isOftenHoliday,
  lastDayOfSchoolYear,
  mayBeSchoolDay,
  nameTerm,
  usualTerm,
  weekday,
} from '../calendar'
import type { Day, DaySpan, SchoolCalendar } from '../wire'

/** A term that begins on a weekend, or in a holiday, has its first week when there is school. */
const FIRST_WEEK_DAYS = 60

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

/** 2026: the school year that begins with 1 September 2026. */
export const schoolYearOf = (day: Day): number => Number(lastDayOfSchoolYear(day).slice(0, 4)) - 1

/** The first term of a school year. */
export function firstTermOf(year: number, calendar: SchoolCalendar): DaySpan {
  const own = calendar.terms?.find((term) => {
    const named = nameTerm(term)
    return named.year === year && named.half === 1
  })
  return own ?? usualTerm(`${String(year).padStart(4, '0')}-09-01`)
}

/** The last day of a term's n-th week, a Sunday; weeks begin with the one that has the term's first school day. */
export function endOfWeek(term: DaySpan, weeks: number, calendar: SchoolCalendar): Day {
  const end = addDays(mondayOf(firstSchoolDay(term, calendar)), 7 * Math.max(weeks, 1) - 1)
  return end < term.to ? end : term.to
}

function firstSchoolDay({ from, to }: DaySpan, calendar: SchoolCalendar): Day {
  for (let ahead = 0, day = from; ahead < FIRST_WEEK_DAYS && day <= to; ahead++, day = addDays(from, ahead)) {
    if (mayBeSchoolDay(day, calendar)) return day
  }
  return from
}

/** Two holidays and what is asked between them; no school has a longer year without a school day. */
const SEARCH_DAYS = 400

/** The last of so many school days from a day on; what lies in a holiday that nobody has entered is counted as holiday. */
export function afterSchoolDays(from: Day, count: number, calendar: SchoolCalendar): Day {
  let [day, left] = [from, count]
  for (let ahead = 0; ahead < SEARCH_DAYS && left > 0; ahead++) {
    day = addDays(from, ahead)
    if (mayBeSchoolDay(day, calendar) && !mayBeHoliday(day, calendar)) left -= 1
  }
  return day
}

function mayBeHoliday(day: Day, calendar: SchoolCalendar): boolean {
  const gap = gapOf(day, calendar)
  return gap !== undefined && isOftenHoliday(day)
}

/** The last school day of a span; undefined: it has none. */
export function lastSchoolDay({ from, to }: DaySpan, calendar: SchoolCalendar): Day | undefined {
  for (let day = to; day >= from; day = addDays(day, -1)) if (mayBeSchoolDay(day, calendar)) return day
  return undefined
}
