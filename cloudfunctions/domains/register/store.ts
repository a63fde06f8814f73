// Decides what is asked of the registers that schools keep, and how another question brings them along.
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, SchoolCalendar } from '@class-pact/core/contract'
import { findRegister, ownToRegister, settingOn, type Register, type Setting } from '@class-pact/core/register'
import { openCollection, type Stage } from '../../common/store/collection'
import { schools } from '../school'
import type { RegistersDoc } from './documents'

export const registersOf = openCollection<RegistersDoc>('registers')

/** A row that `lookUpRegisters` has looked beside: one document, or none where a school has switched nothing on. */
export interface RegistersRow {
  registers?: KeptRegisters[]
}
export type KeptRegisters = Pick<RegistersDoc, 'version' | 'settings' | 'own'>

/** Brings a school's registers along with another question, as `registers`; `readRegisters` reads the first. */
export const lookUpRegisters = (schoolId: string): Stage => ({
  $lookup: {
    from: 'registers',
    pipeline: [{ $match: { _id: schoolId } }, { $limit: 1 }, { $project: { version: 1, settings: 1, own: 1 } }],
    as: 'registers',
  },
})

/** A school, and what it keeps. */
export interface FoundRegisters {
  calendar: SchoolCalendar
  kept?: RegistersDoc
}

/** One call; undefined: no such school. */
export async function findKept(schoolId: string): Promise<FoundRegisters | undefined> {
  const [row] = await schools.aggregate<{ calendar: SchoolCalendar; registers: RegistersDoc[] }>([
    { $match: { _id: schoolId } },
    { $project: { calendar: 1 } },
    { $lookup: { from: 'registers', localField: '_id', foreignField: '_id', as: 'registers' } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { calendar, registers } = row
  return { calendar, ...(registers[0] && { kept: registers[0] }) }
}

/** One register that a school keeps or kept, and every time it was switched. */
export interface KeptRegister {
  id: string
  register: Register
  settings: Setting[]
}

/** Registers that are or were on, in the order they were first switched on; those of no catalogue any more are nowhere. */
export function readRegisters(kept: Pick<RegistersDoc, 'settings' | 'own'> | undefined): KeptRegister[] {
  if (!kept) return []
  const ids = [...new Set(kept.settings.map(({ register }) => register))]
  return ids.flatMap((id) => {
    const register = registerOf(kept, id)
    return register ? [{ id, register, settings: kept.settings.filter((each) => each.register === id) }] : []
  })
}

/** Of some schools those that keep a register today; no call where there are none. */
export async function listKeeping(schoolIds: readonly string[], now: Instant): Promise<string[]> {
  if (schoolIds.length === 0) return []
  const found = await registersOf.list<Pick<RegistersDoc, '_id' | 'settings' | 'own'>>(
    { _id: { $in: schoolIds } },
    { limit: schoolIds.length, fields: { settings: 1, own: 1 } },
  )
  const today = beijingDay(now)
  const isOn = ({ id, settings }: KeptRegister) => settingOn(settings, id, today) !== undefined
  return found.flatMap((kept) => (readRegisters(kept).some(isOn) ? [kept._id] : []))
}

/** One register as it is filled in today, of the catalogue or the school's own. */
export function registerOf(kept: Pick<RegistersDoc, 'own'> | undefined, id: string): Register | undefined {
  const own = kept && Object.prototype.hasOwnProperty.call(kept.own, id) ? kept.own[id] : undefined
  const definition = own?.at(-1)?.definition
  return definition ? ownToRegister(definition) : findRegister(id)
}
