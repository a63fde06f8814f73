// Decides how much lacked to the quota in all slots of a term that are over: what points are taken for (E08).
import { addDays } from '../calendar'
import type { DaySpan, Instant, SchoolCalendar } from '../wire'
import { slotOn } from './periods'
import { amountOf, type Values } from './settings'
import type { Register } from './types'

/**
 * What one who fills, or one subject, lacked in every slot of a span that is past its time; more in one slot helps no other.
 * @param span from the day on which it was first asked: a slot that began before is not
 * @param doneIn how many entries there are in the slot of a key
 */
export function missingIn(
  register: Register,
  values: Values,
  { span, now, calendar }: { span: DaySpan; now: Instant; calendar: SchoolCalendar },
  doneIn: (slot: string) => number,
): number {
  const { period, quota } = register
  if (period.kind === 'event' || period.kind === 'once') return 0
  if (quota && quota.per !== 'filler' && quota.per !== 'subject') return 0
  const least = quota ? amountOf(quota.least, values) : 1
  let missing = 0
  for (let day = span.from; day <= span.to;) {
    const slot = slotOn(register, values, day, calendar)
    if (slot && slot.from >= span.from && now >= slot.dueAt) missing += Math.max(least - doneIn(slot.key), 0)
    day = addDays(slot?.to ?? day, 1)
  }
  return missing
}
