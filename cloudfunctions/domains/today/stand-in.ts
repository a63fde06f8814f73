// Decides the today page of whoever stands in for a head teacher: leave and roll, nothing else (L03, L04).
import { beijingDay } from '@class-pact/core/calendar'
import type { Identity, Instant, TodayStandIn } from '@class-pact/core/contract'
import type { Person } from '../../common/call/person'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { people } from '../person'
import { lookUpCheck, readCheck, type CheckRow } from '../roll'

interface Row extends CheckRow {
  class: { children: number }[]
  pending: Counted
  onLeave: Counted
}

export async function readStandInToday(person: Person, identity: Identity, now: Instant): Promise<TodayStandIn> {
  const { classId = '', className = '', schoolId } = identity
  const today = beijingDay(now)
  const [row] = await people.aggregate<Row>([
    { $match: { _id: person._id } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: 'classes',
        pipeline: [{ $match: { _id: classId } }, { $project: { children: { $size: '$roster' } } }],
        as: 'class',
      },
    },
    lookUpCount('leaves', 'pending', { classId, state: 'pending' }),
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { classId, dates: today, state: 'approved' } },
          { $group: { _id: '$childId' } },
          { $count: 'count' },
        ],
        as: 'onLeave',
      },
    },
    ...lookUpCheck({ schoolId, classId }, now),
  ])
  return {
    role: 'stand_in',
    ...{ now, classId, className, until: identity.until ?? today },
    children: row?.class[0]?.children ?? 0,
    leavesToday: countOf(row?.onLeave),
    pendingLeaves: countOf(row?.pending),
    ...readCheck(row, now),
  }
}
