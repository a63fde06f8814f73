// Decides who sees a class’s leave of a month: its teachers and the leaders; subject teachers without the kind (M17).
import { beijingDay } from '@class-pact/core/calendar'
import type { Input, LeaveMonth } from '@class-pact/core/contract'
import { layMonth, type MonthLeave } from '@class-pact/core/leave'
import type { Handler, Whose } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import { classes, type ClassDoc } from '../class'
import type { SchoolDoc } from '../school'

export interface FoundMonth extends Pick<ClassDoc, '_id' | 'schoolId' | 'name'> {
  schools: Pick<SchoolDoc, 'calendar'>[]
  leaves: MonthLeave[]
}

/** No month has a later day; text sorts as days do. */
const LAST_DAY = '31'

/** The class, its calendar and its leaves of the month, in one call. */
export async function findMonth({ classId, month }: Input<'leave.month'>): Promise<Whose<FoundMonth> | undefined> {
  const [found] = await classes.aggregate<FoundMonth>([
    { $match: { _id: classId } },
    { $project: { schoolId: 1, name: 1 } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          {
            $match: {
              classId,
              dates: { $elemMatch: { $gte: `${month}-01`, $lte: `${month}-${LAST_DAY}` } },
              state: { $in: ['pending', 'approved', 'returned'] },
            },
          },
          { $limit: BOUNDS.leavesOfClassInMonth },
          { $project: { no: 1, childName: 1, kind: 1, state: 1, slots: 1 } },
        ],
        as: 'leaves',
      },
    },
    { $project: { 'schools.trail': 0, 'schools.principals': 0, 'schools.office': 0 } },
  ])
  return found && { found, place: { classId, schoolId: found.schoolId } }
}

export const readMonth: Handler<'leave.month', FoundMonth> = ({ month }, { identity, found, now }) => {
  const calendar = found.schools[0]?.calendar ?? { rest: [], school: [] }
  const days = layMonth(month, found.leaves, calendar)
  const shown = identity.role === 'teacher' ? days.map(withoutKinds) : days
  return Promise.resolve(
    succeed({ className: found.name, month, today: beijingDay(now), days: shown } satisfies LeaveMonth),
  )
}

function withoutKinds({ away, ...day }: LeaveMonth['days'][number]): LeaveMonth['days'][number] {
  return { ...day, away: away.map(({ no, name, halves, state }) => ({ no, name, halves, state })) }
}
