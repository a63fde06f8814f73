// Decides how a range of figures is read: one row a class and month, the seats beside them, in one call (X01–X06).
import { beijingDay } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'
import { countSeats, leavesSince, monthsOf, rangeOf, type ClassFacts, type Range } from '@class-pact/core/statistics'
import { BOUNDS } from '../../common/store/bounds'
import { lookUpWarnings, type WarningRow } from '../attendance'
import { presentOn, type ChildDoc, type ClassDoc } from '../class'
import { schools, type SchoolDoc } from '../school'
import type { RollUpDoc, StatisticsDoc } from './documents'
import { ROLL_UP } from './store'

interface Row extends SchoolDoc {
  classes: Pick<ClassDoc, '_id' | 'name' | 'order' | 'roster'>[]
  children: (Pick<ChildDoc, '_id' | 'classId'> & { guardians: { openid: string }[] })[]
  rows: StatisticsDoc[]
  pending: { _id: string; count: number }[]
  rollUp: RollUpDoc[]
  warnings: WarningRow[]
}

export interface SchoolFacts {
  school: SchoolDoc
  days: { from: Day; to: Day }
  /** Children of a class who fall ill together. */
  warnings: WarningRow[]
  /** Up to when everything is rolled up. */
  asOf: Instant
  /** In grade order; all that was read, also outside the range. */
  classes: ClassFacts[]
}

/** @param classId narrows to one class */
export async function readFacts(
  schoolId: string,
  classId: string | undefined,
  range: Range,
  now: Instant,
): Promise<SchoolFacts | undefined> {
  const today = beijingDay(now)
  const days = rangeOf(range, today)
  const since = leavesSince(today)
  const months = monthsOf({ from: since < days.from ? since : days.from, to: today })
  const place = classId ? { classId } : { schoolId }
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: { ...(classId && { _id: classId }), schoolId, archived: { $exists: false } } },
          { $sort: { order: 1 } },
          { $limit: BOUNDS.classesOfSchool },
          { $project: { name: 1, order: 1, 'roster.childId': 1 } },
        ],
        as: 'classes',
      },
    },
    {
      $lookup: {
        from: 'children',
        pipeline: [
          { $match: { ...place, ...presentOn(today) } },
          { $limit: BOUNDS.childrenOfSchool },
          { $project: { classId: 1, 'guardians.openid': 1 } },
        ],
        as: 'children',
      },
    },
    {
      $lookup: {
        from: 'statistics',
        pipeline: [{ $match: { ...place, month: { $in: months } } }, { $limit: BOUNDS.monthsOfSchool }],
        as: 'rows',
      },
    },
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
  ])
  if (!row || (classId !== undefined && row.classes.length === 0)) return undefined
  const { classes, children, rows, pending, rollUp, warnings, ...school } = row
  return {
    school,
    warnings,
    days,
    asOf: rollUp[0]?.until ?? school.createdAt,
    classes: classes.map(({ _id, name, roster }): ClassFacts => {
      const own = rows.filter((each) => each.classId === _id)
      return {
        classId: _id,
        className: name,
        children: roster.length,
        seats: countSeats(children.filter((each) => each.classId === _id).map(({ guardians }) => guardians.length)),
        openLeaves: pending.find((each) => each._id === _id)?.count ?? 0,
        slips: own.flatMap(({ slips }) => slips),
        leaves: own.flatMap(({ leaves }) => leaves),
        attendance: own.flatMap(({ attendance = [] }) => attendance),
        verdicts: own.flatMap(({ verdicts }) => verdicts),
      }
    }),
  }
}
