// Decides whose a child's month is: its family's, its class's head teacher's and the leaders'; read in one call (L11).
import { beijingDay } from '@class-pact/core/calendar'
import type { Day } from '@class-pact/core/contract'
import type { Session, Whose } from '../../common/call/handlers'
import { BOUNDS } from '../../common/store/bounds'
import { children, type ChildDoc, type ClassDoc } from '../class'
import type { RollDoc } from '../roll'
import type { SchoolDoc } from '../school'
import { daysOf, lookUpCalendar } from './find-class'
import { lookUpLeaves, type LeaveRow } from './look-up'

export interface FoundChildMonth extends Pick<ChildDoc, '_id' | 'name' | 'away'> {
  className: string
  calendar: SchoolDoc['calendar']
  month: string
  today: Day
  /** With the child's own line alone. */
  rolls: (Pick<RollDoc, 'day' | 'half'> & { line?: RollDoc['lines'][string] })[]
  leaves: LeaveRow[]
}

interface Row extends Pick<ChildDoc, '_id' | 'name' | 'away' | 'schoolId' | 'classId'> {
  schools: Pick<SchoolDoc, 'calendar'>[]
  classes: Pick<ClassDoc, 'name'>[]
  rolls: FoundChildMonth['rolls']
  leaves: LeaveRow[]
}

/** Rolls of every class that the child has been in: a child that moved keeps its month. */
export async function findChild(
  { childId, month }: { childId: string; month?: string },
  { now }: Pick<Session, 'now'>,
): Promise<Whose<FoundChildMonth> | undefined> {
  const today = beijingDay(now)
  const of = month ?? today.slice(0, 7)
  const rows = await children.aggregate<Row>([
    { $match: { _id: childId } },
    { $project: { schoolId: 1, classId: 1, name: 1, away: 1, classesBefore: 1 } },
    lookUpCalendar(),
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    { $project: { 'classes.roster': 0, 'classes.trail': 0 } },
    lookUpLeaves({ childId, dates: { $elemMatch: daysOf(of) } }),
    // A row a class: an index finds the rolls of one.
    { $addFields: { place: { $concatArrays: [['$classId'], { $ifNull: ['$classesBefore', []] }] } } },
    { $unwind: '$place' },
    { $limit: BOUNDS.classesOfChild },
    {
      $lookup: {
        from: 'rolls',
        let: { place: '$place' },
        pipeline: [
          { $match: { $expr: { $eq: ['$classId', '$$place'] }, day: daysOf(of), takenAt: { $exists: true } } },
          { $limit: BOUNDS.rollsOfClassMonth },
          { $project: { day: 1, half: 1, line: `$lines.${childId}` } },
        ],
        as: 'rolls',
      },
    },
  ])
  const [row] = rows
  const calendar = row?.schools[0]?.calendar
  if (!row || !calendar) return undefined
  const { schoolId, classId, classes, rolls: _own, ...rest } = row
  const className = classes[0]?.name ?? ''
  const found = { ...rest, className, calendar, month: of, today, rolls: ownRolls(rows.flatMap(({ rolls }) => rolls)) }
  return { found, place: { schoolId, classId, childId, className } }
}

/** Of two classes' rolls of one half day the one that has the child. */
function ownRolls(rolls: FoundChildMonth['rolls']): FoundChildMonth['rolls'] {
  const withLine = new Set(rolls.flatMap(({ line, day, half }) => (line ? [`${day}:${half}`] : [])))
  return rolls.filter(({ line, day, half }) => line !== undefined || !withLine.has(`${day}:${half}`))
}
