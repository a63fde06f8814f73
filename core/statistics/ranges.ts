// Decides which days a range of the figures covers, and what of a class's facts falls into it.
import { addDays, beijingDay, weekday } from '../calendar'
import type { Day, Instant } from '../wire'
import type { ClassFacts } from './facts'
export type Range = 'week' | 'month' | 'term'

/** First days of the autumn and the spring term, month and day: one day before any school starts. */
const AUTUMN = '08-01'
const SPRING = '02-01'

/** The days of a range up to today, both included: since Monday, since the first, since the term began. */
export function rangeOf(range: Range, today: Day): { from: Day; to: Day } {
  const year = Number(today.slice(0, 4))
  const monthDay = today.slice(5)
  if (range === 'week') return { from: addDays(today, 1 - weekday(today)), to: today }
  if (range === 'month') return { from: `${today.slice(0, 7)}-01`, to: today }
  if (monthDay >= AUTUMN) return { from: `${year}-${AUTUMN}`, to: today }
  return { from: monthDay >= SPRING ? `${year}-${SPRING}` : `${year - 1}-${AUTUMN}`, to: today }
}

/** The months a range touches, `YYYY-MM`, rising. */
export function monthsOf({ from, to }: { from: Day; to: Day }): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 31).slice(0, 7)}-01`) {
    months.push(day.slice(0, 7))
  }
  return months
}

/** What of the facts happened on these days; who sits where and what is open stays as of now. */
export function withinRange(facts: ClassFacts, { from, to }: { from: Day; to: Day }): ClassFacts {
  const inside = (at: Instant) => beijingDay(at) >= from && beijingDay(at) <= to
  return {
    ...facts,
    slips: facts.slips.filter(({ publishedAt }) => inside(publishedAt)),
    attendance: facts.attendance.filter(({ day }) => day >= from && day <= to),
    leaves: facts.leaves.filter(({ day }) => day >= from && day <= to),
    verdicts: facts.verdicts.filter(({ at }) => inside(at)),
  }
}
