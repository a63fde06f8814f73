// Decides whose a class's month is, and reads all of it in one call.
import { beijingDay } from '@class-pact/core/calendar'
import type { ClassRetention, Day } from '@class-pact/core/contract'
import { halfYearStart } from '@class-pact/core/statistics'
import type { Session, Whose } from '../../common/call/handlers'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { lookUpCount, type Counted } from '../../common/store/pages'
import { classes, type ChildDoc, type ClassDoc } from '../class'
import type { SchoolDoc } from '../school'
import { lookUpLeaves, lookUpRolls, type LeaveRow, type RollRow } from './look-up'

export interface FoundMonth extends Pick<ClassDoc, '_id' | 'schoolId' | 'name' | 'roster'> {
  calendar: SchoolDoc['calendar']
  month: string
  today: Day
  rolls: RollRow[]
  leaves: LeaveRow[]
  /** Since when the term runs, and who has gone since. */
  since: ClassRetention['since']
  gone: Pick<ChildDoc, 'away'>[]
  /** How many are to be brought back (Q20). */
  missing: Counted
}

interface Row extends Omit<FoundMonth, 'calendar' | 'month' | 'today' | 'since'> {
  schools: Pick<SchoolDoc, 'calendar'>[]
}

/** The first and the last moment of a month, as days compare: every day of it lies between. */
export const daysOf = (month: string): { $gte: Day; $lte: Day } => ({ $gte: `${month}-01`, $lte: `${month}-31` })

export async function findClass(
  { classId, month }: { classId: string; month?: string },
  { now }: Pick<Session, 'now'>,
): Promise<Whose<FoundMonth> | undefined> {
  const today = beijingDay(now)
  const of = month ?? today.slice(0, 7)
  const since = halfYearStart(today)
  const [row] = await classes.aggregate<Row>([
    { $match: { _id: classId } },
    { $project: { schoolId: 1, name: 1, roster: 1 } },
    lookUpCalendar(),
    lookUpRolls({ classId, day: daysOf(of) }),
    lookUpLeaves({ classId, dates: { $elemMatch: daysOf(of) } }),
    {
      $lookup: {
        from: 'children',
        pipeline: [
          { $match: { classId, 'away.from': { $gt: since, $lte: today } } },
          { $limit: BOUNDS.childrenOfClass },
          { $project: { away: 1 } },
        ],
        as: 'gone',
      },
    },
    lookUpCount('dropouts', 'missing', { classId, open: true }),
  ])
  const calendar = row?.schools[0]?.calendar
  if (!row || !calendar) return undefined
  const { schoolId, name: className } = row
  return { found: { ...row, calendar, month: of, today, since }, place: { schoolId, classId, className } }
}

/** The calendar of the row's school, as `schools`. */
export function lookUpCalendar(): Stage {
  return {
    $lookup: {
      from: 'schools',
      let: { school: '$schoolId' },
      pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$school'] } } }, { $project: { calendar: 1 } }],
      as: 'schools',
    },
  }
}
