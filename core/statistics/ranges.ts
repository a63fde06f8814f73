// Decides which days a range of figures covers, what it is compared with, and what of a month's facts falls into it.
import { addDays, beijingDay, daysBetween, termAround, weekday } from '../calendar'
import type { Day, DaySpan, Instant, SchoolCalendar } from '../wire'
import { YEARS_BACK_MOST, type Period, type Range } from './contract'
import type { MonthFacts } from './facts'

/** First days of a school year and of its second half, month and day: before any school starts. */
const AUTUMN = '08-01'
const SPRING = '02-01'
const DAYS_OF_YEAR = 366

const yearOf = (day: Day) => Number(day.slice(0, 4)) - (day.slice(5) < AUTUMN ? 1 : 0)
const firstOf = (year: number) => `${String(year).padStart(4, '0')}-${AUTUMN}`

/** The first day of the half of a school year in which a day lies, whatever terms a school has entered. */
export function halfYearStart(day: Day): Day {
  const year = Number(day.slice(0, 4))
  const isSpring = day.slice(5) >= SPRING && day.slice(5) < AUTUMN
  return isSpring ? `${String(year)}-${SPRING}` : firstOf(yearOf(day))
}

/** All days of the week, month, term or school year in which a day lies; of holidays the term that has ended. */
function periodOf(range: Range, day: Day, calendar: SchoolCalendar): DaySpan {
  switch (range) {
    case 'week': {
      const from = addDays(day, 1 - weekday(day))
      return { from, to: addDays(from, 6) }
    }
    case 'month': {
      const from = `${day.slice(0, 7)}-01`
      return { from, to: addDays(nextMonth(from), -1) }
    }
    case 'term':
      return termAround(day, calendar) ?? periodOf('year', day, calendar)
    case 'year':
      return { from: firstOf(yearOf(day)), to: addDays(firstOf(yearOf(day) + 1), -1) }
  }
}

const nextMonth = (day: Day): Day => `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`

/** What is asked of a school: which range, about which day, as of today. */
export interface Asked {
  range: Range
  of?: Day
  today: Day
  calendar: SchoolCalendar
  /** Before it the school was not here. */
  since?: Day
}

/** Whether figures are kept of a day at all. */
export const isWithinReach = (of: Day | undefined, today: Day): boolean =>
  of === undefined || (of <= today && daysBetween(of, today) <= YEARS_BACK_MOST * DAYS_OF_YEAR)

/** The days of a range up to today, both included, and where to look before and after them. */
export function rangeOf({ range, of, today, calendar, since = '' }: Asked): Period {
  const whole = periodOf(range, of ?? today, calendar)
  // A term that has ended before the holidays runs on until the next one begins.
  const earlier = addDays(whole.from, -1)
  const later = addDays(whole.to, 1)
  const isOver = later <= today && periodOf(range, today, calendar).from > whole.from
  return {
    ...{ range, from: whole.from, to: whole.to < today ? whole.to : today },
    ...(earlier >= since && isWithinReach(earlier, today) && { earlier }),
    ...(isOver && { later: firstAfter(range, later, today, calendar, whole.from) }),
  }
}

/** A day of the period that follows: holidays between two terms belong to the one before. */
function firstAfter(range: Range, later: Day, today: Day, calendar: SchoolCalendar, before: Day): Day {
  for (let day = later; day < today; day = addDays(day, 1)) if (periodOf(range, day, calendar).from > before) return day
  return today
}

/** The period before, as many days of it as have gone of this one: all of it, once this one is over. */
export function pastOf({ range, of, today, calendar }: Asked): DaySpan {
  const whole = periodOf(range, of ?? today, calendar)
  const before = periodOf(range, addDays(whole.from, -1), calendar)
  if (whole.to <= today) return before
  const to = addDays(before.from, daysBetween(whole.from, today))
  return { from: before.from, to: to < before.to ? to : before.to }
}

/** The months a range touches, `YYYY-MM`, rising. */
export function monthsOf({ from, to }: DaySpan): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = nextMonth(day)) months.push(day.slice(0, 7))
  return months
}

/** Months of which every day lies in the range, whose sums count as they are, and those that are cut. */
export function splitMonths({ from, to }: DaySpan): { whole: string[]; cut: string[] } {
  const isWhole = (month: string) => `${month}-01` >= from && addDays(nextMonth(`${month}-01`), -1) <= to
  const months = monthsOf({ from, to })
  return { whole: months.filter(isWhole), cut: months.filter((month) => !isWhole(month)) }
}

/** What of the facts happened on these days. */
export function withinRange<Facts extends MonthFacts>(facts: Facts, { from, to }: DaySpan): Facts {
  const inside = (at: Instant) => beijingDay(at) >= from && beijingDay(at) <= to
  return {
    ...facts,
    slips: facts.slips.filter(({ publishedAt }) => inside(publishedAt)),
    attendance: facts.attendance.filter(({ day }) => day >= from && day <= to),
    leaves: facts.leaves.filter(({ day }) => day >= from && day <= to),
    verdicts: facts.verdicts.filter(({ at }) => inside(at)),
    followUps: facts.followUps.filter(({ at }) => inside(at)),
  }
}
