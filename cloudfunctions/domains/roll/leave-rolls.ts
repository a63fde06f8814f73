// Decides that a child who has left a class stands on no roll of it from that day on, and is looked for no more (L12).
import type { Day, Instant } from '@class-pact/core/contract'
import { closeContact, countOpen, countRoll } from '@class-pact/core/roll'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import type { RollDoc } from './documents'
import { rolls } from './store'

/** Two halves a day, as far back as somebody records what happened: a month and a half. */
const ROLLS_MOST = 90
/** Others who change the same roll at the same moment. */
const TRIES = 8

/** A repeat changes nothing. */
export async function leaveRolls(
  { childId, classId, from }: { childId: string; classId: string; from: Day },
  at: Instant,
  act: TrailEntry,
): Promise<void> {
  const stands = { classId, day: { $gte: from }, [`lines.${childId}`]: { $exists: true } }
  for (let tried = 1; ; tried++) {
    const found = await rolls.list<RollDoc>(stands, { limit: ROLLS_MOST, fields: { trail: 0 } })
    if (found.length === 0) return
    if (tried > TRIES) throw new Error('the rolls change faster than they can be read')
    for (const roll of found) await takeOff(roll, childId, at, act)
  }
}

async function takeOff(
  { _id, version, lines, contacts }: RollDoc,
  childId: string,
  at: Instant,
  act: TrailEntry,
): Promise<void> {
  const { [childId]: _gone, ...others } = lines
  const sought = contacts[childId]
  const after = sought ? { ...contacts, [childId]: closeContact(sought, 'corrected', at, '') } : contacts
  const change = {
    $set: { counts: countRoll(others), contacts: after, open: countOpen(after), version: version + 1, updatedAt: at },
    $unset: { [`lines.${childId}`]: '' as const },
  }
  await rolls.update({ _id, version }, withTrail(change, { ...act, action: 'roll.leave', detail: { childId } }))
}
