// Decides a class's month: every school day's sums, and how many children it keeps (X06, Q16).
import { addCounts, daySums, retain, schoolDaysOf } from '@class-pact/core/attendance'
import type { ClassRetention, MonthDay } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { countOf } from '../../common/store/pages'
import type { FoundMonth } from './find-class'
import { coverSlots, leavesOn } from './look-up'

export const readClass: Handler<'attendance.class', FoundMonth> = ({ classId }, { found }) => {
  const { schoolId, name: className, roster, calendar, month, today, rolls, leaves } = found
  const slots = coverSlots(leaves)
  const taken = rolls.map(({ day }) => day)
  // What was taken stands, also where the calendar says by now that there was no school.
  const dates = [...new Set([...schoolDaysOf(month, today, calendar, taken), ...taken])].sort().reverse()
  const days = dates.map((day): MonthDay => {
    const own = rolls.filter((roll) => roll.day === day)
    return {
      day,
      ...daySums(own, { leaves: leavesOn(slots, day), kinds: true, ...(day === today && { roster }) }),
    }
  })
  const sums = addCounts(
    days.flatMap(({ am, pm }) => [am, pm].flatMap((half) => half?.counts ?? [])),
    true,
  )
  return Promise.resolve(
    succeed({
      ...{ classId, schoolId, className, month, today, children: roster.length, days, sums },
      retention: retentionOf(found),
    }),
  )
}

/** `roster`: as many as are there now. */
type Counting = Pick<FoundMonth, 'gone' | 'since' | 'missing'> & { roster: { length: number } }

/** Who went to another school or does not come for a while counts on neither side. */
export function retentionOf({ roster, gone, since, missing }: Counting): ClassRetention {
  const of = (cause: string) => gone.filter(({ away }) => (away?.cause ?? away?.state) === cause).length
  const [left, dropouts] = [of('left'), countOf(missing)]
  const start = roster.length + left
  return {
    ...retain(start, start - left - dropouts),
    ...{ since, left, dropouts, transferred: of('transferred'), suspended: of('suspended') },
  }
}
