// Decides who sees which children are away on a day, class by class: who and when, never why (M17).
import { gradeOfClass } from '@class-pact/core/family'
import type { LeaveDay } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import type { ClassDoc } from '../class'
import { schools } from '../school'
import type { LeaveDoc } from './documents'

type ClassRow = Pick<ClassDoc, '_id' | 'name'> & { children: number }
type LeaveRow = Pick<LeaveDoc, 'classId' | 'no' | 'childName' | 'state' | 'span'>

/** A grade leader sees the own grade's classes, whoever has no grade all of them. */
export const readDay: Handler<'leave.day'> = async ({ schoolId, day }, { identity }) => {
  const [row] = await schools.aggregate<{ classes: ClassRow[]; leaves: LeaveRow[] }>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: { schoolId, archived: { $exists: false } } },
          { $sort: { order: 1 } },
          { $limit: BOUNDS.classesOfSchool },
          { $project: { name: 1, children: { $size: '$roster' } } },
        ],
        as: 'classes',
      },
    },
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { schoolId, dates: day, state: { $in: ['pending', 'approved', 'returned'] } } },
          { $limit: BOUNDS.childrenOfSchool },
          { $project: { classId: 1, no: 1, childName: 1, state: 1, span: 1 } },
        ],
        as: 'leaves',
      },
    },
  ])
  if (!row) return refuse('FORBIDDEN')
  const own = row.classes.filter(({ name }) => !identity.grade || gradeOfClass(name) === identity.grade)
  const classes = own.map(({ _id: classId, name: className, children }): LeaveDay['classes'][number] => ({
    ...{ classId, className, children },
    away: row.leaves
      .filter((leave) => leave.classId === classId)
      .map(({ no, childName: name, state, span }) => ({ no, name, state, span }))
      .sort((a, b) => a.no.localeCompare(b.no, 'en', { numeric: true })),
  }))
  return succeed({ day, classes })
}
