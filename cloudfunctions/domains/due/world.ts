// Decides what of a row counts for duties: registers that are on today, entries and contacts that fill them.
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, SchoolCalendar } from '@class-pact/core/contract'
import {
  linesOf,
  settingOn,
  valuesOf,
  type Contact,
  type DutyLine,
  type Tally,
  type Unit,
} from '@class-pact/core/register'
import { contactsOfEntries } from '../entry'
import { readRegisters, type KeptRegister } from '../register'
import type { DutiesRow, DutyClass, Thing, WaitingEntry } from './look-up'
import { slotsReadAt } from './slots-read'

/** A register that is on today. */
export interface OnRegister extends KeptRegister {
  values: Record<string, number | string>
}

/** All that is known of a school's duties, or of one class's or family's. */
export interface World {
  schoolId: string
  now: Instant
  calendar: SchoolCalendar
  registers: OnRegister[]
  classes: DutyClass[]
  tallies: Tally[]
  waiting: WaitingEntry[]
  marked: ReadonlySet<string>
  things: Thing[]
  contacts: Contact[]
  /** Whether what is in a slot has been read. */
  isRead: (slot: string) => boolean
}

/** What a school has switched off is nowhere. */
export function readWorld(
  row: DutiesRow | undefined,
  { schoolId, now, contacts }: { schoolId: string; now: Instant; contacts: Contact[] },
): World {
  const today = beijingDay(now)
  const registers = readRegisters(row?.registers?.[0]).flatMap((kept) => {
    const setting = settingOn(kept.settings, kept.id, today)
    return setting ? [{ ...kept, values: valuesOf(kept.register, setting) }] : []
  })
  return {
    ...{ schoolId, now, registers },
    calendar: row?.dutyCalendar?.[0]?.calendar ?? { rest: [], school: [] },
    classes: row?.dutyClasses ?? [],
    tallies: [...(row?.tallies ?? []), ...(row?.talliesElsewhere ?? [])],
    waiting: row?.waiting ?? [],
    marked: new Set(row?.marked?.map(({ _id }) => _id)),
    things: row?.things ?? [],
    contacts: [...contacts, ...contactsOfEntries(row)],
    isRead: slotsReadAt(now),
  }
}

/**
 * Duties of units in the slots that were read.
 * @param isDone whether an entry that still waits for somebody is done as far as it is asked here
 */
export function countLines(
  world: World,
  { id, register, settings }: OnRegister,
  units: readonly Unit[],
  isDone: (tally: Tally) => boolean,
): DutyLine[] {
  if (units.length === 0) return []
  const { calendar, now, contacts } = world
  const tallies = world.tallies
    .filter((tally) => tally.register === id)
    .map((tally): Tally => (tally.state === 'open' && isDone(tally) ? { ...tally, state: 'done' } : tally))
  return linesOf({ id, register, settings, calendar, now, units, tallies, contacts }).filter(({ slot }) =>
    world.isRead(slot.key),
  )
}
