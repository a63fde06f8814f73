// Decides which days are school days: the school's own changes first, then the national calendar, and "unknown" where that ends.
import { getDayDetail } from 'chinese-days'
import type { LeaveSpan } from '../leave/contract'
import type { Day, SchoolCalendar, Half } from '../wire'
import { addDays, weekday } from './beijing'
export type DayKind = 'school' | 'rest' | 'unknown'

/** Public holidays on fixed dates: rest in every year (全国年节及纪念日放假办法 第二条). */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])
/** Longest search for a school day; the longest holidays of Chinese schools are shorter. */
const SEARCH_DAYS = 120

/**
 * What the State Council says of a day: made up for a holiday, a holiday, or nothing.
 * West of Greenwich the library shifts its tables and these strings by the same day, so listed days are right everywhere;
 * the weekday it would tell for the others is not, and is not asked for.
 */
function listedAs(day: Day): 'school' | 'rest' | undefined {
  const { name, work } = getDayDetail(day)
  if (!name.includes(',')) return undefined
  return work ? 'school' : 'rest'
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const knownYears = new Map<string, boolean>()
/** The library calls a day of a year without data a plain weekday, so its National Day tells whether the year is known. */
function isKnownYear(year: string): boolean {
  const cached = knownYears.get(year)
  if (cached !== undefined) return cached
  const known = listedAs(`${year}-10-01`) === 'rest'
  knownYears.set(year, known)
  return known
}

/**
 * What kind of day it is for this school. Half days belong to leaves, not to the calendar.
 * `unknown`: the State Council's calendar for that year is not known and the school has not said either.
 */
export function dayKind(day: Day, calendar: SchoolCalendar): DayKind {
  if (calendar.rest.includes(day)) return 'rest'
  if (calendar.school.includes(day)) return 'school'
  if (FIXED_HOLIDAYS.has(day.slice(5))) return 'rest'
  if (!DAY.test(day) || !isKnownYear(day.slice(0, 4))) return 'unknown'
  return listedAs(day) ?? (weekday(day) <= 5 ? 'school' : 'rest')
}

/** A school day, or a Monday to Friday of which nothing is known. Whoever shows it says so (`dayKind`). */
export function mayBeSchoolDay(day: Day, calendar: SchoolCalendar): boolean {
  const kind = dayKind(day, calendar)
  return kind === 'school' || (kind === 'unknown' && weekday(day) <= 5)
}

/** The first day after `day` that is, or where nothing is known may be, a school day; `day` itself if there is none in a term. */
export function nextSchoolDay(day: Day, calendar: SchoolCalendar): Day {
  for (let ahead = 1; ahead <= SEARCH_DAYS; ahead++) {
    const candidate = addDays(day, ahead)
    if (mayBeSchoolDay(candidate, calendar)) return candidate
  }
  return day
}

/** The half school days of a span, in order; days of an unknown year count from Monday to Friday. */
export function halvesOf(span: LeaveSpan, calendar: SchoolCalendar): { day: Day; half: Half }[] {
  const halves: { day: Day; half: Half }[] = []
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    if (!mayBeSchoolDay(day, calendar)) continue
    if (day > span.from || span.fromHalf === 'am') halves.push({ day, half: 'am' })
    if (day < span.to || span.toHalf === 'pm') halves.push({ day, half: 'pm' })
  }
  return halves
}

/** School days of a span; a half counts 0.5. */
export function countDays(span: LeaveSpan, calendar: SchoolCalendar): number {
  return halvesOf(span, calendar).length / 2
}
