// Decides which schools have a year to purge: one document each, which carries the duty (docs/adr/0002).
import type { Instant } from '@class-pact/core/contract'
import { endOfYear, lastYearOver, roundsOf } from '@class-pact/core/purge'
import { readClock } from '../../common/clock'
import { schools, type SchoolDoc } from '../school'
import type { PurgeDoc } from './documents'
import { purges } from './store'

/** Schools of one look; what is left is found by the next. */
const AT_ONCE = 100
/** The year that is over, and the one before, of which the later nights may be ahead. */
const YEARS = 2

/** Once a year for every school; at all other times one look that finds nothing. */
export async function planPurges(until: Instant): Promise<void> {
  const over = lastYearOver(readClock())
  const found = await schools.list<Pick<SchoolDoc, '_id' | 'createdAt'>>(
    {
      createdAt: { $lt: endOfYear(over) },
      $or: [{ purgeYear: null }, { purgeYear: { $lt: over } }],
    },
    { limit: AT_ONCE, fields: { createdAt: 1 } },
  )
  for (const { _id, createdAt } of found) {
    if (readClock() >= until) return
    const years = Array.from({ length: YEARS }, (_, back) => over - back).filter((year) => createdAt < endOfYear(year))
    for (const year of years) await purges.insert(firstOf(_id, year))
    await schools.update({ _id }, { $set: { purgeYear: over } })
  }
}

function firstOf(schoolId: string, year: number): PurgeDoc {
  const [first] = roundsOf(year)
  return {
    _id: `${schoolId}:${year}`,
    ...{ schoolId, year, gone: {}, files: 0, turn: 0, kinds: [] },
    ...{ trail: [], audited: 0, trailOpen: false },
    ...(first && { duty: { kind: 'purge', at: first.at, lease: 0, tries: 0 } }),
  }
}
