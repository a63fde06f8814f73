// Decides which term a day stands for: its own, or in the holidays the one that has ended before.
import { addDays, instantOf } from '@class-pact/core/calendar'
import type { Day, Instant, SchoolCalendar } from '@class-pact/core/contract'
import { slotOn, type Slot } from '@class-pact/core/register'

/** A summer's holidays. */
const DAYS_BACK = 70
const TERM = { period: { kind: 'term' } } as const

export function termOf(day: Day, calendar: SchoolCalendar): Slot | undefined {
  for (let back = 0; back <= DAYS_BACK; back++) {
    const slot = slotOn(TERM, {}, addDays(day, -back), calendar)
    if (slot) return slot
  }
  return undefined
}

/** From its first moment until the end of its last day. */
export const spanOf = ({ from, to }: Pick<Slot, 'from' | 'to'>): { from: Instant; until: Instant } => ({
  from: instantOf(from, '00:00'),
  until: instantOf(to, '24:00'),
})

/** `2026-09` … */
export function monthsOf({ from, to }: Pick<Slot, 'from' | 'to'>): string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) months.push(month)
  return months
}

const nextMonth = (month: string) => addDays(`${month}-28`, 4).slice(0, 7)
