// Decides what becomes of a child's lines on running slips when it goes, comes back, or gets another name (L12).
import type { Instant, LineClosed } from '@class-pact/core/contract'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { WANTS_REPLY } from './own-slips'
import { slips } from './store'

/** A child's lines on the running slips of one class. */
interface Lines {
  classId: string
  childId: string
}

const running = ({ classId, childId }: Lines) => ({
  classId,
  state: 'running',
  [`entries.${childId}`]: { $exists: true },
})

/** Nobody is asked about the child any more; what was signed stays signed. A repeat changes nothing. */
export async function closeLines(lines: Lines, why: LineClosed, at: Instant, act: TrailEntry): Promise<void> {
  const line = `entries.${lines.childId}`
  const open = { [`${line}.signedAt`]: { $exists: false }, [`${line}.closed`]: { $exists: false } }
  const change = { $set: { [`${line}.closed`]: { why, at }, updatedAt: at } }
  const detail = { childId: lines.childId, why }
  await slips.update({ ...running(lines), ...open }, withTrail(change, { ...act, action: 'slip.closeLine', detail }))
}

/** The child is here again: what still runs asks again. */
export async function reopenLines(lines: Lines, at: Instant, act: TrailEntry): Promise<void> {
  const closed = `entries.${lines.childId}.closed`
  const change = { $set: { updatedAt: at }, $unset: { [closed]: '' } }
  const detail = { childId: lines.childId }
  await slips.update(
    { ...running(lines), [closed]: { $exists: true } },
    withTrail(change, { ...act, action: 'slip.openLine', detail }),
  )
}

/** As the roll has the child now. */
export async function renameLines(
  lines: Lines,
  { no, name }: { no: string; name: string },
  at: Instant,
): Promise<void> {
  const line = `entries.${lines.childId}`
  const differs = { $or: [{ [`${line}.name`]: { $ne: name } }, { [`${line}.no`]: { $ne: no } }] }
  await slips.update(
    { ...running(lines), ...differs },
    { $set: { [`${line}.name`]: name, [`${line}.no`]: no, updatedAt: at } },
  )
}

/** How many running slips ask about the child. */
export async function countOpenLines(lines: Lines): Promise<number> {
  const line = `entries.${lines.childId}`
  return slips.count({
    ...running(lines),
    replyMode: WANTS_REPLY,
    [`${line}.signedAt`]: { $exists: false },
    [`${line}.closed`]: { $exists: false },
  })
}
