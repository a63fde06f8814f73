// Decides who sees which children are away on a day, class by class: who and when, never why (M17).
import type { LeaveDay } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import { lookUpClasses, ofTheirGrade, type ClassLine } from '../class'
import { schools } from '../school'
import type { LeaveDoc } from './documents'

type LeaveRow = Pick<LeaveDoc, 'classId' | 'no' | 'childName' | 'state' | 'span'>

export const readDay: Handler<'leave.day'> = async ({ schoolId, day }, { identity }) => {
  const [row] = await schools.aggregate<{ classes: ClassLine[]; leaves: LeaveRow[] }>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    lookUpClasses(schoolId),
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
  const own = ofTheirGrade(row.classes, identity)
  const classes = own.map(({ _id: classId, name: className, children }): LeaveDay['classes'][number] => ({
    ...{ classId, className, children },
    away: row.leaves
      .filter((leave) => leave.classId === classId)
      .map(({ no, childName: name, state, span }) => ({ no, name, state, span }))
      .sort((a, b) => a.no.localeCompare(b.no, 'en', { numeric: true })),
  }))
  return succeed({ day, classes })
}
