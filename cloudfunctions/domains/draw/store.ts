// Decides what is asked of draws; none is ever removed (H04).
import { slotOn } from '@class-pact/core/register'
import { beijingDay } from '@class-pact/core/calendar'
import type { Day, Instant, SchoolCalendar } from '@class-pact/core/contract'
import { openCollection } from '../../common/store/collection'
import type { DrawDoc } from './documents'

export const draws = openCollection<DrawDoc>('draws')

/** What takes the place of one term: there is one that stands. */
export const slotOfTerm = (schoolId: string, term: { from: Day }): string => `${schoolId}:t${term.from}`

/** The term of this moment; undefined: there is none between two terms. */
export function termNow(calendar: SchoolCalendar, now: Instant): { from: Day; to: Day } | undefined {
  const slot = slotOn({ period: { kind: 'term' } }, {}, beijingDay(now), calendar)
  return slot && { from: slot.from, to: slot.to }
}
