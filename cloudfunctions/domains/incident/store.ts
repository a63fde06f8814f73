// Decides what is asked of incidents; none is ever removed (L06, L07).
import { beijingDay } from '@class-pact/core/calendar'
import type { IncidentKind, Instant } from '@class-pact/core/contract'
import { openCollection, type Where } from '../../common/store/collection'
import type { Part } from '../../common/store/pages'
import type { IncidentDoc } from './documents'

export const incidents = openCollection<IncidentDoc>('incidents')

/** One that runs a child, a day and a kind: its place is unique. */
export const slotOf = (childId: string, kind: IncidentKind, now: Instant): string =>
  `${childId}:${beijingDay(now)}:${kind}`

/** What runs in a class; of a subject teacher what they have noted. */
export const runningIn = (classId: string, noter?: string): Where => ({
  ...{ classId, state: 'open' },
  ...(noter !== undefined && { noters: noter }),
})

/** What runs in a school, the latest first: a leader's 今天 begins with it. */
export function openIncidents(schoolId: string): Part {
  return {
    from: 'incidents',
    where: { schoolId, state: 'open' },
    order: [['happenedAt', -1]],
    then: [{ $project: { trail: 0, notes: 0, corrected: 0 } }],
  }
}
