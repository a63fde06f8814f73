// Decides which half days a leave covers and how many school days that is (3.10).
import {
  addDays,
  beijingClock,
  beijingDay,
  countDays,
  gapOf,
  mayBeSchoolDay,
  nextSchoolDay,
  weekday,
} from '@class-pact/core/calendar'
import type { Day, Instant, LeaveSpan, SchoolCalendar } from '@class-pact/core/contract'
import { sayGap } from '../../../services/calendar-gap'
import { formatClock } from '../../../services/format'
import { formatDays } from '../../../domains/leave/words'

/** What the person taps at either end. */
export type End = 'day' | 'am' | 'pm'
/** After this a leave for today is for tomorrow (3.10). */
const TODAY_UNTIL = '14:00'

/** Today before 14:00 if it is a school day, else the next school day; the whole of it. */
export function defaultSpan(now: Instant, calendar: SchoolCalendar): LeaveSpan {
  const today = beijingDay(now)
  const stillToday = beijingClock(now) < TODAY_UNTIL && mayBeSchoolDay(today, calendar)
  const day = stillToday ? today : nextSchoolDay(today, calendar)
  return { from: day, fromHalf: 'am', to: day, toHalf: 'pm' }
}

/** What the two switches show. On one day both show the same. */
export function endsOf({ from, fromHalf, to, toHalf }: LeaveSpan): { start: End; end: End } {
  if (from === to) {
    const end: End = fromHalf === 'am' && toHalf === 'pm' ? 'day' : fromHalf
    return { start: end, end }
  }
  return { start: fromHalf === 'am' ? 'day' : 'pm', end: toHalf === 'pm' ? 'day' : 'am' }
}

/** Turns a switch. On several days a leave runs through: it starts with a morning or at noon, and ends at noon or in the evening. */
export function turnEnd(whole: LeaveSpan, which: 'start' | 'end', end: End): LeaveSpan {
  // A time belongs to its half day: another half has none yet.
  const { leaveAt, backAt, ...span } = whole
  if (span.from === span.to)
    return { ...span, fromHalf: end === 'pm' ? 'pm' : 'am', toHalf: end === 'am' ? 'am' : 'pm' }
  if (which === 'start') return { ...span, fromHalf: end === 'pm' ? 'pm' : 'am', ...(backAt && { backAt }) }
  return { ...span, toHalf: end === 'am' ? 'am' : 'pm', ...(leaveAt && { leaveAt }) }
}

/** Where the wheels begin: a usual hour of coming late or going early. */
export const USUAL_TIMES = { leaveAt: { am: '10:00', pm: '15:30' }, backAt: { am: '10:00', pm: '14:30' } } as const

/** Whoever leaves at noon or comes at noon may say when; of whole days nobody asks. */
export function timesOf({ from, fromHalf, to, toHalf, leaveAt, backAt }: LeaveSpan) {
  const isOneHalf = from === to && fromHalf === toHalf
  return {
    ...{ leaveAt: leaveAt ? formatClock(leaveAt) : '', backAt: backAt ? formatClock(backAt) : '' },
    asksLeave: isOneHalf || (from < to && fromHalf === 'pm'),
    asksBack: isOneHalf || (from < to && toHalf === 'am'),
  }
}

/** New days, whole ones. */
export function moveSpan(from: Day, to: Day): LeaveSpan {
  return from <= to ? { from, fromHalf: 'am', to, toHalf: 'pm' } : { from: to, fromHalf: 'am', to: from, toHalf: 'pm' }
}

export interface SpanSum {
  days: number
  /** 共1.5天（已跳过周末） */
  sentence: string
  /** 下学期校历还没录入，按周一至周五算 */
  unknown: string
}

/** How long it is, and what was left out or guessed. */
export function sumUp(span: LeaveSpan, calendar: SchoolCalendar): SpanSum {
  const days = countDays(span, calendar)
  const covered = listDays(span)
  const skipped = covered.filter((day) => !mayBeSchoolDay(day, calendar))
  const unknown = covered.find((day) => gapOf(day, calendar) !== undefined)
  return {
    days,
    sentence: days === 0 ? '这几天不上学，不用请假' : `共${formatDays(days)}${skippedWords(skipped)}`,
    unknown: unknown ? sayGap(gapOf(unknown, calendar), unknown) : '',
  }
}

const SATURDAY = 6

function skippedWords(skipped: Day[]): string {
  if (skipped.length === 0) return ''
  return skipped.every((day) => weekday(day) >= SATURDAY) ? '（已跳过周末）' : '（已跳过假日）'
}

function listDays({ from, to }: LeaveSpan): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
