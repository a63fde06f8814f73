// Decides a child's month as its family reads it: days here, leave, and how often late, early or not there (L11).
import { childMonth, schoolDaysOf } from '@class-pact/core/attendance'
import { gapBetween } from '@class-pact/core/calendar'
import type { Day, Half } from '@class-pact/core/contract'
import { halfAt } from '@class-pact/core/roll'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import type { FoundChildMonth } from './find-child'
import { coverSlots } from './look-up'

/** Of `:am`. */
const HALF_LENGTH = 3

export const readChild: Handler<'attendance.child', FoundChildMonth> = ({ childId }, { found, now }) => {
  const { name: childName, className, calendar, month, today, away } = found
  const here = (day: Day) => !away || day < away.from
  const slots = new Map(
    [...coverSlots(found.leaves)].map(([slot, leave]) => [slot.slice(childId.length + 1), leave] as const),
  )
  const known = [...found.rolls.map(({ day }) => day), ...[...slots.keys()].map((slot) => slot.slice(0, -HALF_LENGTH))]
  const days = schoolDaysOf(month, today, calendar, known).filter(here)
  const begun = (day: Day, half: Half) => day < today || half === 'am' || halfAt(now) === 'pm'
  const [first, last] = [days[0], days[days.length - 1]]
  const gap = first && last && gapBetween(first, last, calendar)
  return Promise.resolve(
    succeed({
      ...{ childId, childName, className, month, today, ...childMonth(days, found.rolls, slots, begun) },
      ...(gap && { gap }),
    }),
  )
}
