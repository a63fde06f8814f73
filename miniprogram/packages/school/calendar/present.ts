// Decides how a school's calendar reads: terms, days without lessons, swapped days, hours, and what does not fit.
import { lessonHours, remarksOn } from '@class-pact/core/calendar'
import type { CalendarVersion, Closure, Day, DaySpan, SchoolCalendar } from '@class-pact/core/contract'
import { formatClock, formatLongDate } from '../../../services/format'
import { CLOSURE_WORDS, saySpan, sayRemark, sayTerm } from './words'

/** The lists of a calendar that entries stand in. */
export type List = 'terms' | 'closures' | 'school'
export interface EntryView {
  list: List
  index: number
  title: string
  text: string
}
/** One entry as it is written. `index` -1: a new one. */
export interface Entry extends DaySpan {
  list: List
  index: number
  cause: Closure['cause']
}
export interface CalendarView {
  reach: string
  remarks: string[]
  terms: EntryView[]
  closures: EntryView[]
  school: EntryView[]
  morning: string
  afternoon: string
}

export function presentCalendar(calendar: SchoolCalendar, { reach }: Pick<CalendarVersion, 'reach'>): CalendarView {
  const { terms = [], school } = calendar
  const { morning, afternoon } = lessonHours(calendar)
  const hours = ({ from, to }: DaySpan) => `${formatClock(from)}—${formatClock(to)}`
  return {
    reach: reach ? `校历录到${formatLongDate(reach.to)}` : '学期还没录入，日期按国家节假日和周一至周五算',
    remarks: remarksOn(calendar).map(sayRemark),
    terms: terms.map((term, index) => ({ list: 'terms', index, title: sayTerm(term), text: saySpan(term) })),
    closures: closuresOf(calendar).map((closure, index) => ({
      ...{ list: 'closures' as const, index, title: CLOSURE_WORDS[closure.cause].long, text: saySpan(closure) },
    })),
    school: school.map((day, index) => ({ list: 'school', index, title: formatLongDate(day), text: '补课日' })),
    morning: hours(morning),
    afternoon: hours(afternoon),
  }
}

/** Single days of rest read like spans of one day, and become them when something is changed. */
function closuresOf({ closures = [], rest }: SchoolCalendar): Closure[] {
  const single = rest.map((day: Day): Closure => ({ from: day, to: day, cause: 'holiday' }))
  return [...closures, ...single].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** The entry behind a row. */
export function entryAt(calendar: SchoolCalendar, list: List, index: number): Entry | undefined {
  if (list === 'school') {
    const day = calendar.school[index]
    return day === undefined ? undefined : { list, index, from: day, to: day, cause: 'holiday' }
  }
  const found = list === 'terms' ? calendar.terms?.[index] : closuresOf(calendar)[index]
  return found && { cause: 'holiday', ...found, list, index }
}

/** The calendar with an entry as it was written; `undefined`: without it. */
export function putEntry(calendar: SchoolCalendar, { list, index }: Pick<Entry, 'list' | 'index'>, entry?: Entry) {
  const without = <Each>(rows: readonly Each[]) => rows.filter((_, at) => at !== index)
  if (list === 'school') return { ...calendar, school: [...without(calendar.school), ...(entry ? [entry.from] : [])] }
  const span = entry && { from: entry.from, to: entry.to }
  if (list === 'terms') return { ...calendar, terms: [...without(calendar.terms ?? []), ...(span ? [span] : [])] }
  const closures = [...without(closuresOf(calendar)), ...(entry && span ? [{ ...span, cause: entry.cause }] : [])]
  return { ...calendar, rest: [], closures }
}
