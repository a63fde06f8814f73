// Decides that today’s rolls follow leave that is decided, ended or handed in after they were taken (L02, L04).
import { beijingDay } from '@class-pact/core/calendar'
import { HALVES, type Instant } from '@class-pact/core/contract'
import { closeByLeave, countOpen, countRoll, fillRoll, type CoveringLeave, type KeptLine } from '@class-pact/core/roll'
import { withTrail } from '../../common/store/trail'
import type { TrailEntry } from '../../common/store/documents'
import type { RollDoc } from './documents'
import { stillAway } from './describe-roll'
import { readRoll, type FoundRoll } from './find-roll'
import { rollId, rolls } from './store'

const NOBODY: ReadonlyMap<string, never> = new Map<string, never>()

/**
 * Brings what is kept to what a page would show now; a repeat changes nothing. Whoever changes a roll at the same moment has
 * changed it again, and the next look finds it.
 */
export async function followLeaves(classId: string, now: Instant): Promise<void> {
  const day = beijingDay(now)
  const taken = await rolls.list<Pick<RollDoc, '_id' | 'half'>>(
    { _id: { $in: HALVES.map((half) => rollId(classId, day, half)) }, takenAt: { $exists: true } },
    { limit: HALVES.length, order: [['half', 'asc']], fields: { half: 1 } },
  )
  for (const { half } of taken) {
    const found = await readRoll({ classId, day, half }, now)
    if (found?.roll) await follow(found, found.roll, now)
  }
}

async function follow(found: FoundRoll, roll: RollDoc, now: Instant): Promise<void> {
  const changed = changedLines(found, roll.lines)
  if (changed.length === 0) return
  const lines = { ...roll.lines, ...Object.fromEntries(changed) }
  const contacts = closeByLeave(roll.contacts, found.leaves, now)
  const fields = { lines, contacts, counts: countRoll(lines), open: countOpen(contacts) }
  const act: TrailEntry = { id: `follow:${now}`, at: now, by: 'system', role: 'system', action: 'roll.follow' }
  await rolls.update(
    { _id: roll._id, version: roll.version },
    withTrail({ $set: { ...fields, version: roll.version + 1, updatedAt: now } }, act),
  )
}

/** Only children who stood on the roll when it was taken, and only where their leave has changed. */
function changedLines(found: FoundRoll, kept: RollDoc['lines']): [string, KeptLine][] {
  const { leaves, place } = found
  const roster = place.roster.filter(({ childId }) => {
    const line = kept[childId]
    return line && !isSame(line.leave, leaves.get(childId))
  })
  const lines = fillRoll({ roster, leaves, stillAway: stillAway(found) }, kept, NOBODY)
  // Whoever was seen is here, whatever becomes of the leave.
  return Object.entries(lines).filter(([childId, { mark }]) => isAway(mark) || isAway(kept[childId]?.mark))
}

const isAway = (mark: KeptLine['mark'] | undefined) => mark === 'leave' || mark === 'absent'

const isSame = (before: CoveringLeave | undefined, now: CoveringLeave | undefined) =>
  before?.leaveId === now?.leaveId && before?.kind === now?.kind && before?.pending === now?.pending
