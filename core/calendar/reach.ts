// Decides how far a school's own calendar reaches, and what is said of the days that it does not reach (T06, PC-17).
import type { Day, DaySpan, SchoolCalendar } from '../wire'

/** August is holiday everywhere: a year that begins in August or September reaches back over it. */
const SUMMER_END_MONTHS = ['08', '09']
/** The last term of a school year ends from May on; after it comes the summer holiday, up to 31 August. */
const LAST_TERM_ENDS_FROM = '05'
const SUMMER_FROM = '-08-01'
const SUMMER_TO = '-08-31'
/**
 * Days that lie in every school's winter or summer holiday, or may do so: the winter holidays of 2020–2026 that the provinces
 * published began on 9 January at the earliest and ended before March; the summer ones lie in July and August.
 */
const BREAKS: readonly (readonly [from: string, to: string])[] = [
  ['01-09', '02-29'],
  ['07-01', '08-31'],
]

export function liesIn(day: Day, { from, to }: DaySpan): boolean {
  return day >= from && day <= to
}

/** The first and the last day that a school's terms say something of; undefined: it has not entered any. */
export function reachOf({ terms = [] }: SchoolCalendar): DaySpan | undefined {
  const [first] = terms
  const last = terms[terms.length - 1]
  if (!first || !last) return undefined
  const summerBefore = first.from.slice(0, 4) + SUMMER_FROM
  const summerAfter = last.to.slice(0, 4) + SUMMER_TO
  return {
    from: SUMMER_END_MONTHS.includes(first.from.slice(5, 7)) && summerBefore < first.from ? summerBefore : first.from,
    to: last.to.slice(5, 7) >= LAST_TERM_ENDS_FROM && summerAfter > last.to ? summerAfter : last.to,
  }
}

export function isReached(day: Day, calendar: SchoolCalendar): boolean {
  const reach = reachOf(calendar)
  return reach !== undefined && liesIn(day, reach)
}

/** Whether a day may lie in a winter or summer holiday of which nothing is entered. */
export const isOftenHoliday = (day: Day): boolean =>
  BREAKS.some(([from, to]) => day.slice(5) >= from && day.slice(5) <= to)
