// Decides how many entries a file holds, and how they are brought: in pages, the oldest first in the end.
import { BOUNDS } from '../../common/store/bounds'
import type { Where } from '../../common/store/collection'
import { entries, type EntryDoc } from '../entry'

/** CloudBase gives at most 1,000 a call. */
const PAGE = 1_000
/** A file of more rows opens on no phone: a school's daily register of a whole year is taken along class by class. */
export const ROWS_MOST = BOUNDS.entriesOfSlot

/** The newest, in the order of their days; `isCut`: there are more. */
export async function readEntries(where: Where): Promise<{ rows: EntryDoc[]; isCut: boolean }> {
  const rows: EntryDoc[] = []
  for (let skip = 0; skip <= ROWS_MOST; skip += PAGE) {
    const page = await entries.list<EntryDoc>(where, {
      ...{ limit: PAGE, skip, fields: { trail: 0 } },
      order: [
        ['on', 'desc'],
        ['_id', 'desc'],
      ],
    })
    rows.push(...page)
    if (page.length < PAGE) break
  }
  return { rows: rows.slice(0, ROWS_MOST).reverse(), isCut: rows.length > ROWS_MOST }
}
