// Decides which documents go with a school year: as manifests say, by one condition for clock and preview (G23).
import { domains } from 'domains:manifests'
import { daysOfYear, endOfYear, type PurgeKind } from '@class-pact/core/purge'
import { addDays } from '@class-pact/core/calendar'
import type { Purged } from '../../common/call/manifest'
import type { Where } from '../../common/store/collection'

/** One way in which documents of one collection go. */
export interface PurgeLine extends Purged {
  from: string
  /** Collections whose documents go with these, by the same id or as their notice's. */
  along: string[]
}

const STORED = domains.flatMap(({ collections }) => Object.entries(collections))

const alongWith = (name: string): string[] =>
  STORED.flatMap(([each, { purged }]) => ('along' in purged && purged.along.includes(name) ? [each] : []))

/** All that the manifests say. */
const LINES = STORED.flatMap(([from, { purged }]): PurgeLine[] =>
  Array.isArray(purged) ? purged.map((each: Purged) => ({ ...each, from, along: alongWith(from) })) : [],
)

export const linesOf = (kinds: readonly PurgeKind[]): PurgeLine[] => LINES.filter(({ kind }) => kinds.includes(kind))

/** Documents of that school year and all before it. */
export function whereOf({ by, as, when }: PurgeLine, schoolId: string, year: number): Where {
  const before = {
    // Zero leaves out what has not happened: a field that is not there, or no number.
    instant: { $gt: 0, $lt: endOfYear(year) },
    day: { $gt: '', $lt: addDays(daysOfYear(year).to, 1) },
    // Who graduates in the summer belongs to the school year that ends then.
    year: { $gt: 0, $lte: year + 1 },
  }
  return { ...when, schoolId, [by]: before[as] }
}
