// Decides which term a day lies in: the school's own, else the usual one.
import { addDays } from './beijing'
import { liesIn } from './reach'
import type { Day, DaySpan, SchoolCalendar } from '../wire'

/** What is left of a usual term beside the terms that a school has entered is one only if it is as long as this (check-calendar: TERM_DAYS_LEAST). */
const TERM_DAYS_LEAST = 60
const DAY_MS = 86_400_000
/** A summer's holidays. */
const HOLIDAY_DAYS = 70

export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Where a school has entered no terms: 1 September to 31 January, 1 February to 31 August. */
export function usualTerm(day: Day): DaySpan {
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

/** The term a day stands for: its own, or in the holidays the one that has ended before. */
export function termAround(day: Day, calendar: SchoolCalendar): DaySpan | undefined {
  for (let back = 0; back <= HOLIDAY_DAYS; back++) {
    const term = termOn(addDays(day, -back), calendar)
    if (term) return term
  }
  return undefined
}
