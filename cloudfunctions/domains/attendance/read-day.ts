// Decides who reads a day's sums, by class and for the school: leaders, and officers without why a child is away (L10).
import { addCounts, daySums } from '@class-pact/core/attendance'
import { beijingDay, gapOf, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { ClassDay, Day, Half, SchoolHalf } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { ofTheirGrade, type ClassDoc } from '../class'
import { schools, type SchoolDoc } from '../school'
import { coverSlots, leavesOn, lookUpLeaves, lookUpRolls, type LeaveRow, type RollRow } from './look-up'

interface Row extends Pick<SchoolDoc, 'calendar'> {
  classes: Pick<ClassDoc, '_id' | 'name' | 'roster'>[]
  rolls: RollRow[]
  leaves: LeaveRow[]
}

export const readDay: Handler<'attendance.day'> = async (input, { identity, now }) => {
  const { schoolId } = input
  const today = beijingDay(now)
  const day = input.day ?? today
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { calendar: 1 } },
    lookUpRosters(schoolId),
    lookUpRolls({ schoolId, day }),
    lookUpLeaves({ schoolId, dates: day }),
  ])
  if (!row) return refuse('FORBIDDEN')
  const { calendar } = row
  const kinds = isLeader(identity)
  const gap = gapOf(day, calendar)
  const classes = ofTheirGrade(row.classes, identity).map((each) => describeClass(each, row, { day, today, kinds }))
  return succeed({
    ...{ schoolId, day, now },
    ...(!mayBeSchoolDay(day, calendar) && { rest: true as const }),
    ...(gap && { gap }),
    classes,
    school: { am: sumUp(classes, 'am', kinds), pm: sumUp(classes, 'pm', kinds) },
  })
}

function lookUpRosters(schoolId: string): Stage {
  return {
    $lookup: {
      from: 'classes',
      pipeline: [
        { $match: { schoolId, archived: { $exists: false } } },
        { $sort: { order: 1 } },
        { $limit: BOUNDS.classesOfSchool },
        { $project: { name: 1, 'roster.childId': 1, 'roster.no': 1, 'roster.name': 1 } },
      ],
      as: 'classes',
    },
  }
}

function describeClass(
  { _id: classId, name: className, roster }: Row['classes'][number],
  { rolls, leaves }: Pick<Row, 'rolls' | 'leaves'>,
  { day, today, kinds }: { day: Day; today: Day; kinds: boolean },
): ClassDay {
  const own = coverSlots(leaves.filter((leave) => leave.classId === classId))
  const sums = daySums(
    rolls.filter((roll) => roll.classId === classId),
    { leaves: leavesOn(own, day), kinds, ...(day === today && { roster }) },
  )
  return { classId, className, children: roster.length, ...sums }
}

function sumUp(classes: readonly ClassDay[], half: Half, kinds: boolean): SchoolHalf {
  const taken = classes.flatMap((each) => each[half]?.counts ?? [])
  return { taken: taken.length, counts: addCounts(taken, kinds) }
}
