// Decides what the clock does to a roll: who is told of a missing child, and when, and which searches are over.
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { closeByLeave, countOpen, countRoll, isOpen, wantsLeaders, type KeptContact } from '@class-pact/core/roll'
import { finishing, type StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty, TrailEntry } from '../../common/store/documents'
import { returnByRoll } from '../leave'
import type { RollDoc } from './documents'
import { readRoll, type FoundRoll } from './find-roll'
import { seenIn, settleOthers } from './seen-children'
import { rolls } from './store'
import { tellFamilies } from './tell-families'
import { tellLeaders } from './tell-leaders'

/** While a child is looked for, leave may come, or a family may allow messages: so often it is looked at. */
const LOOK_MS = 60_000
/** A search of a day that is over waits for a reason, not for the minute. */
const LOOK_BACK_MS = 3_600_000

/**
 * Everything a roll leaves to do, in any order and as often as one likes: what is done already stays so. What a call changes
 * meanwhile stands: then the duty it left brings the roll on.
 */
export async function stepRoll({ classId, day, half }: RollDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const now = readClock()
  const found = await readRoll({ classId, day, half }, now)
  const roll = found?.roll
  if (!found || !roll) return 'done'
  const seen = seenIn(roll)
  await returnByRoll(returnsOf(found, seen), now, finishing(duty, 'leave.return'))
  const othersDone = await settleOthers(roll, seen, duty)
  let contacts = closeByLeave(roll.contacts, found.leaves, now)
  const acts = countOpen(contacts) < roll.open ? ['roll.settle'] : []
  const told = await tellFamilies(roll, contacts, until)
  if (Object.keys(told).length > 0) acts.push('roll.tell')
  contacts = merge(contacts, told)
  const due = Object.entries(contacts).filter(([, contact]) => wantsLeaders(contact, now))
  if (due.length > 0) {
    if (!(await tellLeaders(roll, due, until))) return { next: { kind: duty.kind, at: duty.at + 1 } }
    acts.push('roll.escalate')
    contacts = merge(contacts, Object.fromEntries(due.map(([childId, contact]) => [childId, escalate(contact, now)])))
  }
  const at = othersDone
    ? nextLook(Object.values(contacts), day < beijingDay(now) ? LOOK_BACK_MS : LOOK_MS, now)
    : now + 1
  if (acts.length === 0) return at === undefined ? 'done' : { next: { kind: duty.kind, at } }
  await write({ ...found, roll }, contacts, duty, acts, at)
  return 'written'
}

const escalate = ({ leadersAt, dueAt }: KeptContact, now: Instant): Partial<KeptContact> => ({
  leadersAt: leadersAt ?? now,
  leadersFor: dueAt,
})

const merge = (contacts: Record<string, KeptContact>, news: Record<string, Partial<KeptContact>>) =>
  Object.fromEntries(Object.entries(contacts).map(([childId, contact]) => [childId, { ...contact, ...news[childId] }]))

/** Of children who are here: the leave that covers the half day, or was over before. */
function returnsOf({ day, half, leaves, expected }: FoundRoll, seen: ReadonlyMap<string, unknown>) {
  return [...seen.keys()].flatMap((childId) => {
    const covering = leaves.get(childId)
    const leaveIds = [covering?.pending ? undefined : covering?.leaveId, expected.get(childId)?.leaveId]
    return leaveIds.flatMap((leaveId) => (leaveId ? [{ leaveId, day, half }] : []))
  })
}

/** To the millisecond when the leaders are to hear; otherwise at the next look. */
function nextLook(contacts: readonly KeptContact[], pause: number, now: Instant): Instant | undefined {
  const open = contacts.filter(isOpen)
  if (open.length === 0) return undefined
  return Math.min(now + pause, ...open.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now))
}

async function write(
  { leaves, roll }: FoundRoll & { roll: RollDoc },
  contacts: Record<string, KeptContact>,
  duty: Duty,
  acts: readonly string[],
  at: Instant | undefined,
): Promise<void> {
  const lines = Object.fromEntries(
    Object.entries(roll.lines).map(([childId, line]) => {
      const leave = leaves.get(childId)
      return [childId, line.mark === 'absent' && leave ? { ...line, mark: 'leave' as const, leave } : line]
    }),
  )
  const fields = { contacts, lines, open: countOpen(contacts), counts: countRoll(lines) }
  const next = at === undefined ? {} : { duty: { kind: duty.kind, at, lease: 0, tries: 0 } }
  const trail: TrailEntry[] = acts.map((action) => finishing(duty, action))
  await rolls.update(
    { _id: roll._id, version: roll.version, 'duty.kind': duty.kind, 'duty.at': duty.at },
    {
      $set: { ...fields, ...next, version: roll.version + 1, updatedAt: readClock(), trailOpen: true },
      ...(at === undefined && { $unset: { duty: '' } }),
      $push: { trail: { $each: trail } },
    },
  )
}
