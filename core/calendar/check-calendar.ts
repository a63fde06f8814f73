// Decides what does not fit in a school's calendar: what cannot be, and what stands against the national one (T06).
import { limits, type Day, type DaySpan, type SchoolCalendar } from '../wire'
import { addDays, minutesOf } from './beijing'
import { liesIn } from './reach'
import { nationalWord } from './school-days'

/** Nothing is said about more days than this; the rest is counted. */
const DAYS_NAMED_MOST = 60
/** A term has some twenty weeks; shorter or longer ones are asked about (教育部 义务教育课程方案 2022: 学年39周). */
const TERM_DAYS_LEAST = 60
const TERM_DAYS_MOST = 200

/** What cannot be kept; `field` as the contract names it. */
export interface CalendarMisfit {
  field: string
}

/** What is kept all the same, and said: never silently. */
export type CalendarRemark =
  | { code: 'holiday_as_school'; day: Day }
  | { code: 'made_up_as_rest'; day: Day }
  | { code: 'school_outside_terms'; day: Day }
  | { code: 'term_length'; term: DaySpan; days: number }

const isSpan = ({ from, to }: DaySpan) => from <= to
const daysOf = ({ from, to }: DaySpan) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1

/** The first entry that contradicts another one, if any does. */
export function misfitOfCalendar({ rest, school, terms = [], closures = [], hours }: SchoolCalendar) {
  const at = (list: string, index: number): CalendarMisfit => ({ field: `calendar.${list}.${index}` })
  for (const [index, term] of terms.entries()) {
    const before = terms[index - 1]
    if (!isSpan(term) || (before && before.to >= term.from)) return at('terms', index)
  }
  for (const [index, closure] of closures.entries()) {
    if (!isSpan(closure) || daysOf(closure) > limits.LEAVE_DAYS_MAX) return at('closures', index)
  }
  for (const [index, day] of school.entries()) {
    if (rest.includes(day) || closures.some((closure) => liesIn(day, closure))) return at('school', index)
  }
  if (hours) {
    const clocks = [hours.morning.from, hours.morning.to, hours.afternoon.from, hours.afternoon.to].map(minutesOf)
    if (clocks.some((minute, index) => index > 0 && minute < (clocks[index - 1] ?? 0)))
      return { field: 'calendar.hours' }
  }
  return undefined
}

/** What stands in a calendar against the national one, or is unlikely; in the order of the days. */
export function remarksOn(calendar: SchoolCalendar): CalendarRemark[] {
  const { rest, school, terms = [], closures = [] } = calendar
  const remarks: CalendarRemark[] = terms.flatMap((term): CalendarRemark[] => {
    const days = daysOf(term)
    return days < TERM_DAYS_LEAST || days > TERM_DAYS_MOST ? [{ code: 'term_length', term, days }] : []
  })
  for (const day of [...school].sort()) {
    if (nationalWord(day) === 'holiday') remarks.push({ code: 'holiday_as_school', day })
    else if (terms.length > 0 && !terms.some((term) => liesIn(day, term))) {
      remarks.push({ code: 'school_outside_terms', day })
    }
  }
  // Between two terms nobody makes up for anything.
  const inTerm = (day: Day) => terms.length === 0 || terms.some((term) => liesIn(day, term))
  for (const day of [...new Set([...rest, ...closures.flatMap(daysIn)])].sort()) {
    if (nationalWord(day) === 'made_up' && inTerm(day)) remarks.push({ code: 'made_up_as_rest', day })
  }
  return remarks.slice(0, DAYS_NAMED_MOST)
}

function daysIn(span: DaySpan): Day[] {
  const days: Day[] = []
  for (let day = span.from; day <= span.to && days.length < limits.LEAVE_DAYS_MAX; day = addDays(day, 1)) days.push(day)
  return days
}

/** A calendar in its one order: sorted, nothing twice. */
export function orderCalendar({ rest, school, terms, closures, hours }: SchoolCalendar): SchoolCalendar {
  const byFrom = <Span extends DaySpan>(spans: readonly Span[]) =>
    [...spans].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1))
  return {
    rest: [...new Set(rest)].sort(),
    school: [...new Set(school)].sort(),
    ...(terms && terms.length > 0 && { terms: byFrom(terms) }),
    ...(closures && closures.length > 0 && { closures: byFrom(closures) }),
    ...(hours && { hours }),
  }
}

/** 第一学期 begins after summer, 第二学期 after winter: which one, and of which school year. */
export function nameTerm({ from }: DaySpan): { year: number; half: 1 | 2 } {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  return month >= 7 ? { year, half: 1 } : { year: year - 1, half: 2 }
}
