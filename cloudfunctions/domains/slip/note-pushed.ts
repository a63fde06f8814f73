// Decides what a slip knows of messages: of each child, how many of its guardians one has reached.
import { deliveries } from '../reminder'
import type { SlipDoc } from './documents'
import { slips } from './store'

/** Deliveries of the largest school's notice. */
const DELIVERIES_PAGE = 1_000

/** @param families the guardians of each child */
export async function notePushed(
  noticeId: string,
  told: readonly Pick<SlipDoc, '_id' | 'entries'>[],
  families: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const reached = new Set<string>()
  for (let skip = 0; ; skip += DELIVERIES_PAGE) {
    const page = await deliveries.list<{ openid: string }>(
      { about: noticeId, state: 'sent' },
      { limit: DELIVERIES_PAGE, skip, order: [['_id', 'asc']], fields: { openid: 1 } },
    )
    for (const { openid } of page) reached.add(openid)
    if (page.length < DELIVERIES_PAGE) break
  }
  for (const { _id, entries } of told) {
    const pushed = Object.keys(entries).flatMap((childId): [string, number][] => {
      const count = (families.get(childId) ?? []).filter((openid) => reached.has(openid)).length
      return count > 0 ? [[`entries.${childId}.pushed`, count]] : []
    })
    if (pushed.length > 0) await slips.update({ _id }, { $set: Object.fromEntries(pushed) })
  }
}
