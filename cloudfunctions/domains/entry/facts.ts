// Decides what is read of a school and a class before an entry is shown or written, in one call.
import { beijingDay } from '@class-pact/core/calendar'
import type { Day, Instant, OwnRegister, RegisterDesk } from '@class-pact/core/contract'
import { findRegister, settingOn, valuesOf, type Register } from '@class-pact/core/register'
import type { KeptWeek } from '@class-pact/core/timetable'
import type { Place } from '../../common/call/handlers'
import type { Stage } from '../../common/store/collection'
import type { ChildDoc, ClassDoc } from '../class'
import { describeColleagues, lookUpStaff, type Colleague, type StaffFound } from '../office'
import { lookUpRegisters, readRegisters, type KeptRegister, type RegistersRow } from '../register'
import { lookUpCheck, readCheck, type CheckRow } from '../roll'
import { schools, type SchoolDoc } from '../school'
import type { EntryDoc } from './documents'
import { lookUpThings, type Thing } from './things'

type ClassFacts = Pick<ClassDoc, '_id' | 'name' | 'order' | 'roster' | 'headTeacher' | 'teachers' | 'archived'>
type School = Pick<SchoolDoc, '_id' | 'name' | 'kind' | 'calendar' | 'principals' | 'office'>

/** What every action on one register knows. */
export interface Facts {
  id: string
  rules: Register
  /** Of a school's own: what is asked today. */
  own?: OwnRegister
  settings: KeptRegister['settings']
  /** As they hold today. */
  values: Record<string, number | string>
  school: School
  itsClass?: ClassFacts
  /** Of the whole school, where there is no class: in school order. */
  classes: (Pick<ClassDoc, '_id' | 'name'> & { children: string[] })[]
  staff: Colleague[]
  /** Who leads a class of the school. */
  heads: string[]
  /** Who sits at which desk, of the whole school; the class's own where one is named. */
  seated: { openid: string; desk: RegisterDesk }[]
  things: Thing[]
  week?: KeptWeek
  /** Counts of the check of this half day, where somebody has taken it. */
  counts?: Record<string, number>
  /** What the caller's lookups have brought. */
  entries: EntryDoc[]
  written: EntryDoc[]
  /** The register that has to come first, where the school keeps it and nothing of it is done. */
  missesFirst?: string
  /** Where a child is now, whom the caller has looked up. */
  children: Pick<ChildDoc, '_id' | 'classId'>[]
}

export interface Asked {
  schoolId: string
  register: string
  classId?: string
}

interface Row extends School, StaffFound, RegistersRow, CheckRow {
  posted: (Pick<ClassDoc, '_id'> & Partial<Pick<ClassDoc, 'roster'>> & StaffFound['posted'][number])[]
  class: ClassFacts[]
  things: Thing[]
  weeks: KeptWeek[]
  entries: EntryDoc[]
  written: EntryDoc[]
  first?: object[]
  children: Facts['children']
}

const OF_A_CLASS = { name: 1, order: 1, headTeacher: 1, teachers: 1 }
const KEPT = [
  'name',
  'kind',
  'calendar',
  'principals',
  'office',
  'posted',
  'held',
  'registers',
  'class',
  'things',
  'weeks',
]
const BROUGHT = [...KEPT, 'rollsToday', 'calendars', 'covered', 'entries', 'written', 'first', 'children']

/** Fields of all parts. */
const fieldsOf = ({ parts }: Pick<Register, 'parts'>) => parts.flatMap(({ fields }) => fields)

const asksFor = (rules: Register | undefined, ...types: string[]): boolean =>
  !rules || types.includes(rules.about) || fieldsOf(rules).some(({ type }) => types.includes(type))

const hasField = (rules: Register | undefined, ...ids: string[]): boolean =>
  !rules || rules.parts[0].fields.some(({ id }) => ids.includes(id))

/**
 * The register with all that a sheet of it needs. Undefined: no such school or class, or the register is not on.
 * @param more lookups of the caller, and what they bring
 * @param counts whether the children of each class come along
 * @param classes whether all classes come along beside the one that is named
 */
export async function findFacts(
  { schoolId, register: id, classId }: Asked,
  now: Instant,
  { more = [], counts = false, classes = false }: { more?: readonly Stage[]; counts?: boolean; classes?: boolean } = {},
): Promise<Facts | undefined> {
  const known = findRegister(id)
  const wantsStaff =
    classes || classId === undefined || known?.quota?.per === 'filler' || asksFor(known, 'person', 'teacher')
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    ...(wantsStaff ? lookUpStaff(schoolId, { ...OF_A_CLASS, ...(counts && { 'roster.childId': 1 }) }) : []),
    lookUpRegisters(schoolId),
    ...(classId === undefined ? [] : lookUpClass(schoolId, classId)),
    ...(asksFor(known, 'device', 'room') ? [lookUpThings(schoolId)] : []),
    ...(classId !== undefined && hasField(known, 'lesson', 'subject') ? [lookUpWeek(classId)] : []),
    ...(classId !== undefined && hasField(known, ...COUNTED) ? lookUpCheck({ schoolId, classId }, now) : []),
    ...more,
    { $project: Object.fromEntries(BROUGHT.map((field) => [field, 1])) },
    { $limit: 1 },
  ])
  if (!row || (classId !== undefined && !row.class[0])) return undefined
  return readFacts(row, id, now)
}

/** Numbers that the roll has counted already (D01). */
export const COUNTED = ['present', 'absent', 'leave'] as const

function readFacts(row: Row, id: string, now: Instant): Facts | undefined {
  const today = beijingDay(now)
  const all = readRegisters(row.registers?.[0])
  const isKept = (register: string) =>
    all.some((each) => each.id === register && settingOn(each.settings, register, today))
  const kept = all.find((each) => each.id === id)
  const setting = kept && settingOn(kept.settings, id, today)
  if (!kept || !setting) return undefined
  const { _id, name: called, kind, calendar, principals, office, posted = [], held = [] } = row
  const [itsClass] = row.class ?? []
  const { requires } = kept.register
  const own = row.registers?.[0]?.own[id]?.at(-1)?.definition
  const { check } = readCheck(row, now)
  return {
    ...(own && { own }),
    ...{ id, rules: kept.register, settings: kept.settings, values: valuesOf(kept.register, setting) },
    school: { _id, name: called, kind, calendar, principals, office },
    ...(itsClass && { itsClass }),
    classes: posted.map(({ _id: classId, name, roster = [] }) => ({
      ...{ _id: classId, name },
      children: roster.map(({ childId }) => childId),
    })),
    staff: describeColleagues(row, { posted, held }, today),
    heads: posted.flatMap(({ headTeacher }) => headTeacher?.openid ?? []),
    seated: seatedIn(row, today),
    things: row.things ?? [],
    ...(row.weeks?.[0] && { week: row.weeks[0] }),
    ...(check?.counts && { counts: { ...check.counts } }),
    entries: row.entries ?? [],
    written: row.written ?? [],
    ...(requires && isKept(requires.register) && !row.first?.length && { missesFirst: requires.register }),
    children: row.children ?? [],
  }
}

/** Teachers of the class that is named, or of all; leaders and offices. */
function seatedIn({ principals, office = [], posted = [], held = [], class: named }: Row, today: Day): Facts['seated'] {
  const classes = named?.[0] ? named : posted
  const at = (desk: RegisterDesk, who: readonly { openid: string }[]) => who.map(({ openid }) => ({ openid, desk }))
  return [
    ...classes.flatMap(({ headTeacher }) => (headTeacher ? at('head_teacher', [headTeacher]) : [])),
    ...classes.flatMap(({ teachers }) => at('teacher', teachers)),
    ...at('principal', principals),
    ...at('office', office),
    ...held.flatMap((each) => (each.until === undefined || each.until >= today ? at(each.office, [each]) : [])),
  ]
}

const lookUpClass = (schoolId: string, classId: string): Stage[] => [
  {
    $lookup: {
      from: 'classes',
      pipeline: [{ $match: { _id: classId, schoolId } }, { $project: { ...OF_A_CLASS, roster: 1, archived: 1 } }],
      as: 'class',
    },
  },
]

const lookUpWeek = (classId: string): Stage => ({
  $lookup: {
    from: 'timetables',
    pipeline: [{ $match: { _id: classId } }, { $project: { periods: 1, days: 1, savedAt: 1 } }],
    as: 'weeks',
  },
})

/** Where an entry of this register lies: what `belongsTo` asks. */
export function placeOf({ school, itsClass }: Pick<Facts, 'school' | 'itsClass'>): Place {
  return { schoolId: school._id, ...(itsClass && { classId: itsClass._id, className: itsClass.name }) }
}
