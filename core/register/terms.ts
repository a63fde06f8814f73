// Decides which term and school year a day lies in, and when its n-th week ends.
import {
  addDays,
  gapOf,
  isOftenHoliday,
  lastDayOfSchoolYear,
  liesIn,
  mayBeSchoolDay,
  nameTerm,
  weekday,
} from '../calendar'
import type { Day, DaySpan, SchoolCalendar } from '../wire'

/** What is left of a usual term beside the terms that a school has entered is one only if it is as long as this (core/calendar: TERM_DAYS_LEAST). */
const TERM_DAYS_LEAST = 60
/** A term that begins on a weekend, or in a holiday, has its first week when there is school. */
const FIRST_WEEK_DAYS = 60

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Where a school has entered no terms: 1 September to 31 January, 1 February to 31 August. */
function usualTerm(day: Day): DaySpan {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const isSpring = month >= 2 && month <= 8
  if (isSpring) return { from: `${pad(year)}-02-01`, to: `${pad(year)}-08-31` }
  const autumn = month === 1 ? year - 1 : year
  return { from: `${pad(autumn)}-09-01`, to: `${pad(autumn + 1)}-01-31` }
}
const pad = (year: number) => String(year).padStart(4, '0')

/** The term a day lies in: the school's own, or the usual one where none of the school's lies in it. */
export function termOn(day: Day, { terms = [] }: SchoolCalendar): DaySpan | undefined {
  const own = terms.find((term) => liesIn(day, term))
  if (own) return own
  const usual = usualTerm(day)
  const first = terms.find((term) => term.from <= usual.to && term.to >= usual.from)
  const to = first ? addDays(first.from, -1) : usual.to
  return day <= to && daysBetween(usual.from, to) >= TERM_DAYS_LEAST ? { from: usual.from, to } : undefined
}

/** 2026: the school year that begins with 1 September 2026. */
export const schoolYearOf = (day: Day): number => Number(lastDayOfSchoolYear(day).slice(0, 4)) - 1

/** The first term of a school year. */
export function firstTermOf(year: number, calendar: SchoolCalendar): DaySpan {
  const own = calendar.terms?.find((term) => {
    const named = nameTerm(term)
    return named.year === year && named.half === 1
  })
  return own ?? usualTerm(`${pad(year)}-09-01`)
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
