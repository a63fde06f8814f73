// Decides which children a roll has seen, and that a search in another roll of the class ends with that (L05).
import type { Instant } from '@class-pact/core/contract'
import { closeContact, countOpen, isOpen } from '@class-pact/core/roll'
import { finishing } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import type { RollDoc } from './documents'
import { rolls } from './store'

/** Rolls of one class that still look for somebody: a week's half days. */
const ROLLS = 14

export interface Seen {
  at: Instant
  by: string
}

/** Children who are here by this roll, or have arrived after it; nobody is, while nobody has taken it. */
export function seenIn({ lines, contacts, takenAt, takenBy }: RollDoc): Map<string, Seen> {
  const marked =
    takenAt === undefined
      ? []
      : Object.entries(lines).flatMap(([childId, { mark, at = takenAt }]): [string, Seen][] =>
          mark === 'absent' || mark === 'leave' ? [] : [[childId, { at, by: takenBy?.card ?? '' }]],
        )
  const arrived = Object.entries(contacts).flatMap(([childId, { closed }]): [string, Seen][] =>
    closed?.how === 'arrived' ? [[childId, { at: closed.at, by: closed.by }]] : [],
  )
  return new Map([...marked, ...arrived])
}

/** A morning's roll that is corrected in the afternoon says nothing of the afternoon. */
const isBefore = (one: Pick<RollDoc, 'day' | 'half'>, other: Pick<RollDoc, 'day' | 'half'>) =>
  `${one.day}${one.half}` < `${other.day}${other.half}`

/** False: somebody has changed one of them at the same moment, look again. */
export async function settleOthers(
  { _id, schoolId, classId, day, half }: RollDoc,
  seen: ReadonlyMap<string, Seen>,
  duty: Duty,
): Promise<boolean> {
  const others = await rolls.list<RollDoc>(
    { schoolId, open: { $gt: 0 }, classId, _id: { $ne: _id } },
    { limit: ROLLS, fields: { trail: 0, lines: 0 } },
  )
  let isDone = true
  for (const other of others.filter((each) => isBefore(each, { day, half }))) {
    const found = Object.entries(other.contacts).filter(
      ([childId, contact]) => isOpen(contact) && (seen.get(childId)?.at ?? 0) > contact.since,
    )
    if (found.length === 0) continue
    const contacts = { ...other.contacts }
    for (const [childId, contact] of found) {
      const { at, by } = seen.get(childId) ?? { at: contact.since, by: '' }
      contacts[childId] = closeContact(contact, 'arrived', at, by)
    }
    const now = readClock()
    const set = { contacts, open: countOpen(contacts), version: other.version + 1, updatedAt: now }
    const stands = { _id: other._id, version: other.version }
    isDone = (await rolls.update(stands, withTrail({ $set: set }, finishing(duty, 'roll.settle')))) > 0 && isDone
  }
  return isDone
}
