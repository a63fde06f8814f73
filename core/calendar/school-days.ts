// Decides which days are school days: the school's own calendar, then the national one, else "unknown".
import type { LeaveSpan } from '../leave/contract'
import type { Day, SchoolCalendar, Half } from '../wire'
import { addDays, weekday } from './beijing'
import { isReached, liesIn } from './reach'
import { LISTED_DAYS } from './listed-days'

export type DayKind = 'school' | 'rest' | 'unknown'

/** Public holidays on fixed dates: rest in every year (全国年节及纪念日放假办法 第二条). */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])
/** Longest search for a school day; the longest holidays of Chinese schools are shorter. */
const SEARCH_DAYS = 120

/** What the State Council says of a day: made up for a holiday, a holiday, or nothing. */
function listedAs(day: Day): 'school' | 'rest' | undefined {
  const { rest, school } = LISTED_DAYS[day.slice(0, 4)] ?? { rest: '', school: '' }
  const monthAndDay = day.slice(5, 7) + day.slice(8)
  if (school.includes(monthAndDay)) return 'school'
  return rest.includes(monthAndDay) ? 'rest' : undefined
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const isKnownYear = (year: string) => LISTED_DAYS[year] !== undefined

/** What the nation says of a day, whatever a school says; `unknown`: its calendar for that year is not published. */
export function nationalKind(day: Day): DayKind {
  if (FIXED_HOLIDAYS.has(day.slice(5))) return 'rest'
  if (!DAY.test(day) || !isKnownYear(day.slice(0, 4))) return 'unknown'
  return listedAs(day) ?? (weekday(day) <= 5 ? 'school' : 'rest')
}

/** Whether a day is a public holiday, or a weekday that is made up for one; undefined: an ordinary day, or not known. */
export function nationalWord(day: Day): 'holiday' | 'made_up' | undefined {
  if (FIXED_HOLIDAYS.has(day.slice(5)) || listedAs(day) === 'rest') return 'holiday'
  return listedAs(day) === 'school' ? 'made_up' : undefined
}

/**
 * What kind of day it is for this school. Half days belong to leaves, not to the calendar.
 * As far as the school's terms reach there is school in them and none between them; further the national calendar says.
 * `unknown`: neither reaches that far.
 */
export function dayKind(day: Day, calendar: SchoolCalendar): DayKind {
  if (calendar.rest.includes(day) || calendar.closures?.some((closure) => liesIn(day, closure))) return 'rest'
  if (calendar.school.includes(day)) return 'school'
  const national = nationalKind(day)
  if (!isReached(day, calendar) || national === 'rest') return national
  if (!calendar.terms?.some((term) => liesIn(day, term))) return 'rest'
  return national === 'unknown' && weekday(day) > 5 ? 'rest' : 'school'
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
