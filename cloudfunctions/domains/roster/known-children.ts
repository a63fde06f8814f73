// Decides which children of a school a roster is compared with.
import { isAway } from '@class-pact/core/child'
import type { Day } from '@class-pact/core/contract'
import type { KnownChild } from '@class-pact/core/roster'
import { children } from '../class'
import type { Where } from '../../common/store/collection'
import type { ChildDoc } from '../class'

/** CloudBase gives at most 1,000 documents a call; twenty calls hold any school. */
const PAGE = 1000
const PAGES_MAX = 20

export type KnownDoc = Pick<
  ChildDoc,
  | ('_id' | 'classId' | 'no' | 'name' | 'mark' | 'contacts' | 'guardians')
  | ('away' | 'missedSince' | 'nicknames' | 'classesBefore')
>

const FIELDS = {
  classId: 1,
  no: 1,
  name: 1,
  mark: 1,
  contacts: 1,
  guardians: 1,
  away: 1,
  missedSince: 1,
  nicknames: 1,
  classesBefore: 1,
} as const

/** All children that fit, whatever their number. */
export async function listChildren(where: Where): Promise<KnownDoc[]> {
  const found: KnownDoc[] = []
  for (let page = 0; page < PAGES_MAX; page++) {
    const rows = await children.list<KnownDoc>(
      { ...where, graduated: { $exists: false } },
      { limit: PAGE, skip: page * PAGE, order: [['_id', 'asc']], fields: FIELDS },
    )
    found.push(...rows)
    if (rows.length < PAGE) break
  }
  return found
}

/** @param today from which day on a child that goes is away */
export function toKnown({ _id, classId, no, name, mark, contacts, away }: KnownDoc, today: Day): KnownChild {
  const gone = away && isAway(away, today) ? { away: away.state } : {}
  return { childId: _id, classId, no, name, contacts, ...(mark && { mark }), ...gone }
}
