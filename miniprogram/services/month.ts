// Decides how a month is laid out, a week a row, whatever its days show.
import { addDays, weekday } from '@class-pact/core/calendar'
import type { Day } from '@class-pact/core/contract'

/** `YYYY-MM` */
export type Month = string

export interface MonthView<MonthDay> {
  title: string
  /** Column of the first day: 1 = Monday. */
  column: number
  days: MonthDay[]
  /** The months to either side; empty where nothing could be chosen. */
  before: Month
  after: Month
}

export const monthOf = (day: Day): Month => day.slice(0, 7)

/** @param within the first and the last day one may look at; absent: any */
export function layOutMonth<MonthDay>(
  month: Month,
  layDay: (day: Day) => MonthDay,
  within?: { start: Day; end: Day },
): MonthView<MonthDay> {
  const first: Day = `${month}-01`
  const days: MonthDay[] = []
  for (let day = first; monthOf(day) === month; day = addDays(day, 1)) days.push(layDay(day))
  const before = monthOf(addDays(first, -1))
  const after = monthOf(addDays(first, days.length))
  return {
    title: `${first.slice(0, 4)}年${Number(month.slice(5))}月`,
    column: weekday(first),
    days,
    before: !within || before >= monthOf(within.start) ? before : '',
    after: !within || after <= monthOf(within.end) ? after : '',
  }
}
