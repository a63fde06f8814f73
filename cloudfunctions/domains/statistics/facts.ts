// Decides how a range of figures is read: the sums of each class, the seats beside them, in one call (X01–X06).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { YEARS_BACK_MOST, type Range } from '@class-pact/core/statistics/contract'
import type { Day, DaySpan, Grade, Instant, Period, SchoolCalendar } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import {
  absentOn,
  addMonths,
  leavesSince,
  pastOf,
  rangeOf,
  readSums,
  sumsOf,
  withinRange,
  type Asked,
  type Charted,
  type ClassBook,
  type MonthFacts,
  type PastSums,
} from '@class-pact/core/statistics'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { lookUpWarnings, type WarningRow } from '../attendance'
import { presentOn, type ClassDoc } from '../class'
import { schools, type SchoolDoc } from '../school'
import type { RollUpDoc } from './documents'
import { lookUpRows, type RowsRow } from './rows'
import { ROLL_UP } from './store'

type School = Pick<SchoolDoc, '_id' | 'name' | 'kind' | 'calendar' | 'createdAt'>

interface Row extends School, RowsRow {
  classes: (Pick<ClassDoc, '_id' | 'name'> & { children: number })[]
  seats: { _id: { classId: string; seats: number }; count: number }[]
  pending: { _id: string; count: number }[]
  rollUp: RollUpDoc[]
  warnings: WarningRow[]
}

/** One class, as it is read. */
export interface FoundBook extends ClassBook, Charted {
  classId: string
  className: string
  grade?: Grade
}

export interface SchoolFacts {
  school: School
  period: Period
  /** What it is compared with. */
  before: DaySpan
  /** Children of a class who fall ill together. */
  warnings: WarningRow[]
  /** Up to when everything is rolled up. */
  asOf: Instant
  /** In grade order. */
  classes: FoundBook[]
  /** What `more` has brought along. */
  row: object
}

export interface Question {
  schoolId: string
  /** Narrows to one class. */
  classId?: string
  range: Range
  of?: Day
  now: Instant
  /** Other stages of the same call, of which the days are known. */
  more?: (days: DaySpan) => Stage[]
}

/** No school has terms that are older than all figures. */
const NO_CALENDAR: SchoolCalendar = { rest: [], school: [] }

/** Only terms are the school's own: weeks, months and years need no look at its calendar. */
async function askedOf({ schoolId, range, of, now }: Omit<Question, 'classId' | 'more'>): Promise<Asked> {
  const [school] =
    range === 'term'
      ? await schools.list<Pick<SchoolDoc, 'calendar'>>({ _id: schoolId }, { limit: 1, fields: { calendar: 1 } })
      : []
  return { range, ...(of && { of }), today: beijingDay(now), calendar: school?.calendar ?? NO_CALENDAR }
}

export async function readFacts(question: Question): Promise<SchoolFacts | undefined> {
  const { schoolId, classId, more } = question
  const asked = await askedOf(question)
  const { today } = asked
  const before = pastOf(asked)
  const days = rangeOf(asked)
  const recent = { from: leavesSince(days.to), to: today }
  const place = classId ? { classId } : { schoolId }
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { name: 1, kind: 1, calendar: 1, createdAt: 1 } },
    lookUpClasses(schoolId, classId),
    lookUpSeats(place, today),
    ...lookUpRows(place, days, before, recent),
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { ...place, state: 'pending' } },
          { $group: { _id: '$classId', count: { $sum: 1 } } },
          { $limit: BOUNDS.classesOfSchool },
        ],
        as: 'pending',
      },
    },
    { $lookup: { from: 'statistics', pipeline: [{ $match: { _id: ROLL_UP } }], as: 'rollUp' } },
    lookUpWarnings(classId ? { classId } : { schoolId }),
    ...(more?.(days) ?? []),
  ])
  if (!row || (classId !== undefined && row.classes.length === 0)) return undefined
  const since = beijingDay(row.createdAt)
  return {
    school: row,
    ...{ before, warnings: row.warnings, row },
    period: rangeOf({ ...asked, since: since < earliest(today) ? earliest(today) : since }),
    asOf: row.rollUp[0]?.until ?? row.createdAt,
    classes: describeClasses(row, { days, before, today }),
  }
}

const earliest = (today: Day): Day => addDays(today, -366 * YEARS_BACK_MOST)

const lookUpClasses = (schoolId: string, classId: string | undefined): Stage => ({
  $lookup: {
    from: 'classes',
    pipeline: [
      { $match: { ...(classId && { _id: classId }), schoolId, archived: { $exists: false } } },
      { $sort: { order: 1 } },
      { $limit: BOUNDS.classesOfSchool },
      { $project: { name: 1, children: { $size: '$roster' } } },
    ],
    as: 'classes',
  },
})

/** Counted by the database: a group a class and number of seats. */
const lookUpSeats = (place: { classId: string } | { schoolId: string }, today: Day): Stage => ({
  $lookup: {
    from: 'children',
    pipeline: [
      { $match: { ...place, ...presentOn(today) } },
      { $group: { _id: { classId: '$classId', seats: { $min: [{ $size: '$guardians' }, 2] } }, count: { $sum: 1 } } },
      { $limit: BOUNDS.seatsOfSchool },
    ],
    as: 'seats',
  },
})

interface Spans {
  days: DaySpan
  before: DaySpan
  today: Day
}

function describeClasses(row: Row, { days, before, today }: Spans): FoundBook[] {
  const of = groupBy
  const [whole, cut, past, pastCut, recent] = [
    of(row.wholeRows),
    of(row.cutRows),
    of(row.pastRows),
    of(row.pastCutRows),
    of(row.recentRows),
  ]
  const seats = new Map(row.seats.map(({ _id, count }) => [`${_id.classId}:${_id.seats}`, count]))
  const pending = new Map(row.pending.map(({ _id, count }) => [_id, count]))
  return row.classes.map(({ _id: classId, name: className, children }) => {
    const rows = recent.get(classId) ?? []
    const charted = {
      leaves: rows.flatMap((each) => each.leaves ?? []),
      attendance: rows.flatMap((each) => each.attendance ?? []),
    }
    const grade = gradeOfClass(className)
    const sums = [
      ...(whole.get(classId) ?? []).flatMap((each) => (each.sums ? [readSums(each.sums)] : [])),
      ...(cut.get(classId) ?? []).map((each) => sumsOf(withinRange(factsOf(each), days))),
    ]
    const pastSums = [
      ...(past.get(classId) ?? []).flatMap((each): PastSums[] => (each.sums ? [each.sums] : [])),
      ...(pastCut.get(classId) ?? []).map((each) => sumsOf(withinRange(pastFacts(each), before))),
    ]
    const seated = (count: 0 | 1 | 2) => seats.get(`${classId}:${count}`) ?? 0
    return {
      ...{ classId, className, ...(grade && { grade }), children, ...charted },
      seats: [seated(0), seated(1), seated(2)] as [number, number, number],
      openLeaves: pending.get(classId) ?? 0,
      absentToday: absentOn(today, charted),
      sums: addMonths(sums),
      past: addPast(pastSums),
    }
  })
}

function groupBy<Each extends { classId: string }>(rows: readonly Each[] = []): Map<string, Each[]> {
  const found = new Map<string, Each[]>()
  for (const row of rows) {
    const own = found.get(row.classId)
    if (own) own.push(row)
    else found.set(row.classId, [row])
  }
  return found
}

const factsOf = ({
  slips = [],
  attendance = [],
  verdicts = [],
  followUps = [],
}: Partial<Omit<MonthFacts, 'leaves'>>): MonthFacts => ({ slips, attendance, verdicts, followUps, leaves: [] })

/** Of the period before nobody's minutes are read. */
const pastFacts = ({ slips = [], attendance = [] }: Partial<Pick<MonthFacts, 'slips' | 'attendance'>>): MonthFacts =>
  factsOf({ slips: slips.map((slip) => ({ ...slip, minutes: [] })), attendance })

function addPast(all: readonly PastSums[]): PastSums {
  const sum = (pick: (sums: PastSums) => number) => all.reduce((total, each) => total + pick(each), 0)
  return {
    entries: sum(({ entries }) => entries),
    signed: sum(({ signed }) => signed),
    followed: sum(({ followed }) => followed),
    attendance: {
      total: sum(({ attendance }) => attendance.total),
      present: sum(({ attendance }) => attendance.present),
      late: sum(({ attendance }) => attendance.late),
      early: sum(({ attendance }) => attendance.early),
    },
  }
}
