// Decides which duties of a school's registers are done and which overdue as they stand now: of which class and whom.
import { LEADERS, type Day, type Instant, type Role } from '@class-pact/core/contract'
import type { Stage } from '../../common/store/collection'
import { readContacts } from '../contact'
import { contactsIn, type DueFound } from './due-of'
import { lookUpDuties } from './look-up'
import { doneFor } from './read-rows'
import { fillersWithin, isOfFiller, unitOfFiller, unitsWithin } from './units'
import { whoDoes, type Staff } from './who-is-behind'
import { countLines, readWorld } from './world'

export type StandingRow = DueFound

/** One duty in one slot that still shows. */
export interface StandingLine {
  register: string
  title: string
  slot: string
  from: Day
  dueAt: Instant
  isDone: boolean
  classId?: string
  /** Who fills it. */
  who: string[]
}

/** Of the whole school, as its leaders see who is behind. */
export const lookUpStanding = (schoolId: string, now: Instant): Stage[] => [
  ...lookUpDuties({ schoolId }, now),
  ...contactsIn({ schoolId }, now),
]

/** In the order of the registers, then of time, then of the classes. */
export function readStanding(
  row: StandingRow | undefined,
  staff: Staff,
  { schoolId, now }: { schoolId: string; now: Instant },
): StandingLine[] {
  const world = readWorld(row, { schoolId, now, contacts: readContacts(row) })
  return world.registers.flatMap((on) => {
    const { id, register } = on
    const [fill] = register.parts
    if (fill.by.every((desk) => desk === 'guardian')) return []
    // What waits for a leader's word is not the others' to do.
    const isDone = doneFor(register, ({ by }) => !by.every((desk) => LEADERS.some((role: Role) => role === desk)))
    const units = isOfFiller(register)
      ? fillersWithin(register, world.classes).map((openid) => unitOfFiller(register, openid))
      : unitsWithin(register, world.classes, world)
    return countLines(world, on, units, isDone)
      .filter(({ state }) => state === 'done' || state === 'overdue')
      .map(({ slot, unit, state }): StandingLine => ({
        ...{ register: id, title: register.title, slot: slot.key, from: slot.from, dueAt: slot.dueAt },
        isDone: state === 'done',
        ...(unit.classId && { classId: unit.classId }),
        who: whoDoes(world, fill, unit, staff),
      }))
  })
}
