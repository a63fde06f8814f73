// Decides what of a school's registers is not done, whoever has to: class by class, as an inspection asks (G13).
import type { DueRow, Instant } from '@class-pact/core/contract'
import type { DutyLine, Register, Tally, Unit } from '@class-pact/core/register'
import { contactStages, readContacts } from '../contact'
import { instantOf } from '@class-pact/core/calendar'
import type { Stage } from '../../common/store/collection'
import type { DueFound } from './due-of'
import { lookUpDuties } from './look-up'
import { readFrom } from './slots-read'
import { fillersWithin, isOfFiller, unitOfFiller, unitsWithin } from './units'
import { openParts } from './waiting-rows'
import { countLines, readWorld, type OnRegister, type World } from './world'

export const lookUpOpen = (schoolId: string, now: Instant): Stage[] => [
  ...lookUpDuties({ schoolId }, now),
  ...contactStages({ of: { schoolId }, from: instantOf(readFrom(now), '00:00'), until: now + 1 }),
]

/** Each entry that waits for a part, and each class's registers of which something lacks; no person is named. */
export function readOpen(found: DueFound | undefined, { schoolId, now }: { schoolId: string; now: Instant }): DueRow[] {
  const world = readWorld(found, { schoolId, now, contacts: readContacts(found) })
  return world.registers.flatMap((on) => {
    const waiting = openParts(world, on)
    const lacking = isOfFamilies(on.register) ? [] : linesOf(world, on)
    return [...waiting, ...lacking.filter((line) => !waiting.some((row) => isSame(on.register, row, line)))]
  })
}

/** What families may write is nobody's arrear. */
const isOfFamilies = ({ parts: [fill] }: Register) => fill.by.every((desk) => desk === 'guardian')

/** The entry that waits is what the line asks for. */
const isSame = ({ many }: Register, row: DueRow, line: DueRow) =>
  many !== true && row.slot === line.slot && row.classId === line.classId && line.needed === 1

const isWhole =
  ({ parts }: Register) =>
  (tally: Tally): boolean =>
    parts.every((part) => part.optional === true || tally.parts.includes(part.id))

function linesOf(world: World, on: OnRegister): DueRow[] {
  const { register } = on
  const units = isOfFiller(register)
    ? fillersWithin(register, world.classes).map((openid) => unitOfFiller(register, openid))
    : unitsWithin(register, world.classes, world)
  const lines = countLines(world, on, units, isWhole(register)).filter(
    ({ state }) => state === 'due' || state === 'overdue',
  )
  const groups = new Map<string, (DutyLine & { unit: Unit })[]>()
  for (const line of lines) {
    const key = `${line.slot.key} ${line.unit.classId ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].flatMap((group) => describe(world, on, group))
}

/** Forty lamps that nobody looked at are one row. */
function describe(
  { schoolId, classes }: World,
  { id, register }: OnRegister,
  group: readonly (DutyLine & { unit: Unit })[],
): DueRow[] {
  const [first] = group
  if (!first) return []
  const { slot, unit } = first
  const className = classes.find(({ _id }) => _id === unit.classId)?.name
  const [only] = group.length === 1 ? group : []
  return [
    {
      ...{ register: id, title: register.title, area: register.area, schoolId, slot: slot.key, from: slot.from },
      ...(unit.classId && { classId: unit.classId }),
      ...(className && { className }),
      ...{ dueAt: slot.dueAt, state: group.some(({ state }) => state === 'overdue') ? 'overdue' : 'due' },
      ...(only ? { done: only.done, needed: only.needed } : { done: 0, needed: group.length }),
    },
  ]
}
