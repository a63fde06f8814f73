// Decides which entries wait for somebody's part: the countersignature, the repair, the acceptance, the family's words.
import { beijingDay } from '@class-pact/core/calendar'
import type { DueRow, Instant } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import { desksOf, findSlot, partDueAt, partsOpen, slotOn, type Part, type Slot } from '@class-pact/core/register'
import { markStaff } from '../office'
import type { WaitingEntry } from './look-up'
import { isTheirs, type Reader } from './reader'
import type { OnRegister, World } from './world'

export function waitingRows(world: World, on: OnRegister, reader: Reader): DueRow[] {
  const { id, register } = on
  const desks: readonly string[] = desksOf(reader.identity)
  return world.waiting
    .filter((entry) => entry.register === id && isInReach(entry, reader))
    .flatMap((entry) => {
      const slot = slotOf(world, on, entry)
      const done = Object.fromEntries(entry.parts.map((part) => [part.id, part.at]))
      const mine = slot
        ? partsOpen(register, done, []).filter(
            (part) =>
              part.id !== 'fill' &&
              part.by.some((desk) => desks.includes(desk)) &&
              (entry.by === reader.openid || isTheirs(part.by, reader.identity)) &&
              isWanted(world, part, slot, reader),
          )
        : []
      return slot ? mine.map((part) => describe(world, on, { entry, part, slot, done })) : []
    })
}

/** A grade leader's grade; a family's own child is all that was read. */
const isInReach = ({ className = '' }: WaitingEntry, { identity: { grade } }: Reader): boolean =>
  !grade || gradeOfClass(className) === grade

/** What an entry is done without waits for families alone, and as long as its time lasts. */
const isWanted = ({ now }: World, { optional }: Part, { to }: Slot, { identity }: Reader): boolean =>
  !optional || (identity.role === 'guardian' && to >= beijingDay(now))

function slotOf({ calendar }: World, { register, values }: OnRegister, { slot, on }: WaitingEntry): Slot | undefined {
  return register.period.kind === 'event'
    ? slotOn(register, values, on, calendar)
    : findSlot(register, values, slot, calendar)
}

interface Waiting {
  entry: WaitingEntry
  part: Part
  slot: Slot
  done: Record<string, Instant>
}

function describe(
  { schoolId, now, calendar }: World,
  { id, register, values }: OnRegister,
  { entry, part, slot, done }: Waiting,
): DueRow {
  const { title, area } = register
  const { _id: entryId, classId, className, subject } = entry
  const dueAt = partDueAt(part, { slot, done, values, calendar }) ?? slot.dueAt
  const named = subject.kind === 'class' || subject.kind === 'school' ? undefined : subject
  return {
    ...{ register: id, title, area, schoolId, entryId, dueAt },
    ...{ slot: entry.slot, from: slot.from, done: 0, needed: 1, state: dueAt < now ? 'overdue' : 'due' },
    part: { id: part.id, title: part.title },
    ...(classId && { classId }),
    ...(className && { className }),
    ...(named && {
      subject: { id: named.kind === 'teacher' ? markStaff(schoolId, named.id) : named.id, name: named.name },
    }),
  }
}

/** Every part that an entry waits for, whoever has to do it; what an entry is done without waits for nobody. */
export function openParts(world: World, on: OnRegister): DueRow[] {
  const { id, register } = on
  return world.waiting
    .filter((entry) => entry.register === id)
    .flatMap((entry) => {
      const slot = slotOf(world, on, entry)
      if (!slot) return []
      const done = Object.fromEntries(entry.parts.map((part) => [part.id, part.at]))
      return partsOpen(register, done, [])
        .filter((part) => part.id !== 'fill' && !part.optional)
        .map((part) => describe(world, on, { entry, part, slot, done }))
    })
}
