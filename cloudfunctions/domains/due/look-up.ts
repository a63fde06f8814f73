// Decides what one question reads to know what is due: a school's registers, its classes, and entries counted.
import type { Day, Instant, SchoolCalendar, SheetState } from '@class-pact/core/contract'
import { REGISTERS, type Register, type Tally } from '@class-pact/core/register'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import { lookUpContactEntries, type ContactEntriesRow } from '../entry'
import { lookUpRegisters, type RegistersRow } from '../register'
import { inSlotsRead, readFrom } from './slots-read'

/** Whose entries: one class's and those that somebody wrote elsewhere, a family's children's, or the school's. */
export type Reach =
  | { schoolId: string; classId: string; openid: string; classIds: readonly string[] }
  | { schoolId: string; childIds: readonly string[] }
  | { schoolId: string }

/** A class and who fills its registers. */
export interface DutyClass {
  _id: string
  name: string
  order: number
  /** Names, where it is one class that is looked at. */
  children: { id: string; name?: string }[]
  headTeacher?: string
  headSince?: Instant
  teachers: string[]
  /** Since when, each. */
  teachersSince: Instant[]
}

/** An entry with parts that are not done. */
export interface WaitingEntry {
  _id: string
  register: string
  slot: string
  on: Day
  classId?: string
  className?: string
  subject: { kind: string; id: string; name: string }
  by: string
  state: SheetState
  parts: { id: string; at: Instant }[]
}

/** A device or a room that other registers are about. */
export interface Thing {
  _id: string
  register: string
  classId?: string
  on: Day
}

/** What the stages bring with a row. */
export interface DutiesRow extends RegistersRow, ContactEntriesRow {
  dutyCalendar?: { calendar: SchoolCalendar }[]
  dutyClasses?: DutyClass[]
  tallies?: Tally[]
  talliesElsewhere?: Tally[]
  waiting?: WaitingEntry[]
  marked?: { _id: string }[]
  things?: Thing[]
}

/** A school's own register does none of this. */
const registersThat = (has: (register: Register) => unknown): string[] =>
  Object.entries<Register>(REGISTERS).flatMap(([id, register]) => (has(register) ? [id] : []))

const MARKING = registersThat(({ marks }) => marks)
const MAKING = registersThat(({ makes }) => makes)
/** With parts that a family may add to what counts as done already (H16). */
const OF_FAMILIES = registersThat(({ parts }) => parts.some(({ by, optional }) => optional && by.includes('guardian')))

const COUNTS: Where = { state: { $in: ['open', 'done', 'refused'] } }

const whoseOf = (reach: Reach): Where =>
  'childIds' in reach
    ? { 'subject.id': { $in: [...reach.childIds] } }
    : 'classId' in reach
      ? { classId: reach.classId }
      : { schoolId: reach.schoolId }

/** Everything as lookups behind any one row. */
export function lookUpDuties(reach: Reach, now: Instant): Stage[] {
  const { schoolId } = reach
  const whose = whoseOf(reach)
  const isFamily = 'childIds' in reach
  const classIds = 'classIds' in reach ? reach.classIds : undefined
  const ofClasses: Where = classIds ? { classId: { $in: [...classIds] } } : whose
  return [
    find('schools', 'dutyCalendar', { _id: schoolId }, [{ $project: { calendar: 1 } }]),
    lookUpRegisters(schoolId),
    lookUpClasses(
      'classId' in reach ? { _id: reach.classId } : { schoolId, archived: { $exists: false } },
      'classId' in reach,
    ),
    find('entries', 'tallies', { $or: inSlotsRead(now, { ...whose, ...COUNTS }) }, TALLY),
    ...('openid' in reach
      ? [
          find(
            'entries',
            'talliesElsewhere',
            { $or: inSlotsRead(now, { by: reach.openid, schoolId, ...COUNTS }), classId: { $ne: reach.classId } },
            TALLY,
          ),
        ]
      : []),
    lookUpWaiting(whose, isFamily, now),
    ...(isFamily
      ? []
      : [
          find('entries', 'marked', { ...ofClasses, register: { $in: MARKING }, state: 'done' }, [
            { $group: { _id: '$subject.id' } },
            { $limit: BOUNDS.childrenOfSchool },
          ]),
          find('entries', 'things', { schoolId, register: { $in: MAKING }, state: 'done' }, [
            { $limit: BOUNDS.childrenOfSchool },
            { $project: { register: 1, classId: 1, on: 1 } },
          ]),
          lookUpContactEntries({ where: ofClasses, from: readFrom(now) }),
        ]),
  ]
}

const find = (from: string, as: string, where: Where, then: Stage[]): Stage => ({
  $lookup: { from, pipeline: [{ $match: where }, ...then], as },
})

function lookUpClasses(where: Where, isNamed: boolean): Stage {
  const child = { id: '$$child.childId', ...(isNamed && { name: '$$child.name' }) }
  return find('classes', 'dutyClasses', where, [
    { $sort: { order: 1 } },
    { $limit: BOUNDS.classesOfSchool },
    {
      $project: {
        name: 1,
        order: 1,
        children: { $map: { input: '$roster', as: 'child', in: child } },
        headTeacher: '$headTeacher.openid',
        headSince: '$headTeacher.since',
        teachers: '$teachers.openid',
        teachersSince: '$teachers.since',
      },
    },
  ])
}

/** What is open in the slots read, and of what has none everything that is; a family also adds to what is done. */
function lookUpWaiting(whose: Where, isFamily: boolean, now: Instant): Stage {
  const event = { ...whose, slot: '-', state: 'open' }
  const inSlots = inSlotsRead(now, { ...whose, state: isFamily ? { $in: ['open', 'done'] } : 'open' })
  return find('entries', 'waiting', { $or: [event, ...inSlots] }, [
    ...(isFamily ? [{ $match: { $or: [{ state: 'open' }, { register: { $in: OF_FAMILIES } }] } }] : []),
    { $sort: { on: -1 } },
    { $limit: BOUNDS.childrenOfSchool },
    {
      $project: {
        ...{ register: 1, slot: 1, on: 1, classId: 1, className: 1, subject: 1, by: 1, state: 1 },
        parts: {
          $map: {
            input: { $objectToArray: '$parts' },
            as: 'part',
            in: { id: '$$part.k', at: { $arrayElemAt: ['$$part.v.at', -1] } },
          },
        },
      },
    },
  ])
}

const TALLY: Stage[] = [
  {
    $group: {
      _id: {
        ...{ register: '$register', slot: '$slot', subject: '$subject.id', classId: '$classId' },
        ...{ by: '$by', state: '$state' },
        parts: { $map: { input: { $objectToArray: '$parts' }, as: 'part', in: '$$part.k' } },
      },
      times: { $sum: 1 },
    },
  },
  { $limit: BOUNDS.childrenOfSchool },
  {
    $project: {
      ...{ _id: 0, times: 1, register: '$_id.register', slot: '$_id.slot', subject: '$_id.subject' },
      ...{ classId: '$_id.classId', by: '$_id.by', state: '$_id.state', parts: '$_id.parts' },
    },
  },
]
