// Decides what the clock does to a roll: it tells the leaders of a child that nobody has found in time (L05).
import { isDue, isOpen, type KeptContact } from '@class-pact/core/roll'
import { readClock } from '../../common/clock'
import { finishing, type StepDone } from '../../common/call/duties'
import type { Duty } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import type { RollDoc } from './documents'
import { rolls } from './store'

/** What a call changes meanwhile stands: then the duty it left brings the roll on. */
export async function stepRoll(roll: RollDoc, duty: Duty): Promise<StepDone> {
  const now = readClock()
  const open = Object.entries(roll.contacts).filter(([, contact]) => isOpen(contact) && contact.leadersAt === undefined)
  const due = open.filter(([, contact]) => isDue(contact, now))
  const next = nextOf(open.filter((each) => !due.includes(each)).map(([, contact]) => contact))
  const after = next === undefined ? {} : { duty: { kind: duty.kind, at: next, lease: 0, tries: 0 } }
  if (due.length === 0) return next === undefined ? 'done' : { next: { kind: duty.kind, at: next } }
  const told = Object.fromEntries(due.map(([childId]) => [`contacts.${childId}.leadersAt`, now]))
  const change = {
    $set: { ...told, ...after, version: roll.version + 1, updatedAt: now },
    ...(next === undefined && { $unset: { duty: '' } }),
  }
  const stands = { _id: roll._id, version: roll.version, 'duty.kind': duty.kind, 'duty.at': duty.at }
  await rolls.update(stands, withTrail(change, finishing(duty, 'roll.escalate')))
  return 'written'
}

const nextOf = (contacts: readonly KeptContact[]): number | undefined =>
  contacts.length > 0 ? Math.min(...contacts.map(({ dueAt }) => dueAt)) : undefined
