// Decides what is known of a school before a sheet is written: its classes, its staff, what it keeps, in which term.
import { beijingDay } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'
import { settingOn, valuesOf, type Slot } from '@class-pact/core/register'
import { COUNTS, type EntryDoc } from '../entry'
import type { ClassDoc } from '../class'
import { describeColleagues, lookUpStaff, type Colleague, type StaffFound } from '../office'
import { lookUpRegisters, readRegisters, type KeptRegister, type RegistersRow } from '../register'
import { schools, type SchoolDoc } from '../school'
import { readEntries } from './read-entries'
import { termOf } from '../report'

type School = Pick<SchoolDoc, '_id' | 'name' | 'kind' | 'calendar' | 'principals' | 'office'>
export type AppraisedClass = Pick<ClassDoc, '_id' | 'name' | 'headTeacher' | 'teachers' | 'roster'>

export interface Appraised {
  school: School
  term: Slot
  now: Instant
  /** In the order of the school. */
  classes: AppraisedClass[]
  staff: Colleague[]
  /** Registers that were on at some time of the term. */
  kept: KeptRegister[]
}

interface Row extends School, RegistersRow {
  posted: AppraisedClass[]
  held: StaffFound['held']
}

const OF_A_CLASS = { name: 1, headTeacher: 1, teachers: 1, 'roster.childId': 1, 'roster.name': 1 }
const BROUGHT = ['name', 'kind', 'calendar', 'principals', 'office', 'posted', 'held', 'registers']

/** One call; undefined: no such school. */
export async function findAppraised(
  schoolId: string,
  on: Day | undefined,
  now: Instant,
): Promise<Appraised | undefined> {
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    ...lookUpStaff(schoolId, OF_A_CLASS),
    lookUpRegisters(schoolId),
    { $project: Object.fromEntries(BROUGHT.map((field) => [field, 1])) },
    { $limit: 1 },
  ])
  const term = row && termOf(on ?? beijingDay(now), row.calendar)
  if (!row || !term) return undefined
  const { posted, held, registers, ...school } = row
  return {
    ...{ school, term, now, classes: posted },
    staff: describeColleagues(row, { posted, held }, beijingDay(now)),
    kept: readRegisters(registers?.[0]).filter(({ settings }) =>
      settings.some(({ since, until }) => since <= term.to && (until === undefined || until > term.from)),
    ),
  }
}

/** The last day of the term that has come. */
export const lastDayOf = ({ term, now }: Pick<Appraised, 'term' | 'now'>): Day => {
  const today = beijingDay(now)
  return today < term.to ? today : term.to
}

/** The numbers of a register as they held last in the term. */
export function valuesIn(appraised: Appraised, { id, register, settings }: KeptRegister) {
  const held = settingOn(settings, id, lastDayOf(appraised))
  return valuesOf(register, held ?? settings.at(-1))
}

/** Entries of some registers that stand in the term: what is due by the term by its slot, all else by its day. */
export async function entriesOf(
  { school, term }: Appraised,
  registers: readonly string[],
): Promise<Map<string, EntryDoc[]>> {
  const slots = ['', ':begin', ':end'].map((half) => `${term.key}${half}`)
  const { rows } = await readEntries({
    ...{ schoolId: school._id, register: { $in: [...registers] }, ...COUNTS },
    $or: [{ slot: { $in: slots } }, { slot: { $not: { $regex: '^t' } }, on: { $gte: term.from, $lte: term.to } }],
  })
  const found = new Map<string, EntryDoc[]>(registers.map((id) => [id, []]))
  for (const row of rows) found.get(row.register)?.push(row)
  return found
}
