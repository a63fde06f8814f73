// Decides what a school's leaders see of it: its classes and how many children have whom beside them, no names.
import type { Instant, School, SchoolClass } from '@class-pact/core/contract'
import { reachOf } from '@class-pact/core/calendar'
import { asksToResume } from '@class-pact/core/notice'
import { composeStaffCard } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import { children, type ClassDoc } from '../class'
import { lookUpPact } from '../pact'
import type { SchoolDoc } from './documents'
import { schools } from './store'

type ClassRow = Pick<ClassDoc, '_id' | 'name' | 'order' | 'headTeacher'> & { children: number; teachers: number }
type SchoolRow = Pick<SchoolDoc, '_id' | 'name' | 'kind' | 'phone' | 'stop' | 'calendar'> & {
  pactVersion: number
  classes: ClassRow[]
}
/** Two stands for two or more. */
type SeatRow = { _id: { classId: string; guardians: 0 | 1 | 2 }; children: number }

export const readSchool: Handler<'school.read'> = async ({ schoolId }, { now }) => {
  const [[school], seats] = await Promise.all([findSchool(schoolId, now), countSeatsByClass(schoolId)])
  if (!school) return refuse('FORBIDDEN')
  const classes = school.classes
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'zh'))
    .map((each): SchoolClass => {
      const { _id: classId, name, children } = each
      const headTeacher = each.headTeacher && composeStaffCard(each.headTeacher, 'head_teacher', school.kind)
      return { classId, name, children, headTeacher, seats: seats.get(classId) ?? [0, 0, 0] }
    })
  const { name, kind, pactVersion, phone } = school
  const stop = school.stop && describeStop(school.stop, now)
  const reach = reachOf(school.calendar)
  const teachers = school.classes.reduce((sum, each) => sum + each.teachers, 0)
  const known = { schoolId, name, kind, pactVersion, phone, classes, teachers }
  const data: School = { ...known, ...(reach && { reach }), ...(stop && { stop }) }
  return succeed(data)
}

function describeStop({ level, reason, at, by }: NonNullable<SchoolDoc['stop']>, now: Instant): School['stop'] {
  return { level, reason, at, by, asks: asksToResume(at, now) }
}

function findSchool(schoolId: string, now: Instant): Promise<SchoolRow[]> {
  return schools.aggregate<SchoolRow>([
    { $match: { _id: schoolId } },
    { $lookup: { from: 'classes', localField: '_id', foreignField: 'schoolId', as: 'classes' } },
    lookUpPact(now, { schoolId }),
    {
      $project: {
        name: 1,
        kind: 1,
        pactVersion: { $arrayElemAt: ['$pacts.version', 0] },
        phone: 1,
        stop: 1,
        calendar: 1,
        classes: {
          $map: {
            input: '$classes',
            as: 'each',
            in: {
              _id: '$$each._id',
              name: '$$each.name',
              order: '$$each.order',
              headTeacher: '$$each.headTeacher',
              children: { $size: '$$each.roster' },
              teachers: { $size: '$$each.teachers' },
            },
          },
        },
      },
    },
  ])
}

async function countSeatsByClass(schoolId: string): Promise<Map<string, SchoolClass['seats']>> {
  const rows = await children.aggregate<SeatRow>([
    { $match: { schoolId } },
    {
      $group: {
        _id: { classId: '$classId', guardians: { $min: [{ $size: '$guardians' }, 2] } },
        children: { $sum: 1 },
      },
    },
    { $limit: BOUNDS.seatsOfSchool },
  ])
  const byClass = new Map<string, SchoolClass['seats']>()
  for (const { _id, children: count } of rows) {
    const seats = byClass.get(_id.classId) ?? [0, 0, 0]
    seats[_id.guardians] += count
    byClass.set(_id.classId, seats)
  }
  return byClass
}
