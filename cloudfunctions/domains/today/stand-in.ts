// Decides the today page of who stands in for a head teacher: the class's leave and roll, and who is missing (L03–L05).
import { beijingDay } from '@class-pact/core/calendar'
import type { Identity, Instant, TodayStandIn } from '@class-pact/core/contract'
import type { Person } from '../../common/call/person'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { runningIn } from '../incident'
import { AT_TEACHER } from '../leave'
import { people } from '../person'
import { lookUpCheck, readCheck, type CheckRow } from '../roll'
import { lookUpMissing, missingOf, type LookingRoll } from './missing'

interface Row extends CheckRow {
  missing: LookingRoll[]
  class: { children: number }[]
  pending: Counted
  incidents: Counted
  onLeave: Counted
}

export async function readStandInToday(person: Person, identity: Identity, now: Instant): Promise<TodayStandIn> {
  const { schoolId, classId = '', className = '' } = identity
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
    lookUpCount('leaves', 'pending', { classId, ...AT_TEACHER }),
    lookUpMissing({ schoolId, classId }),
    lookUpCount('incidents', 'incidents', runningIn(classId)),
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
    ...(countOf(row?.incidents) > 0 && { incidents: countOf(row?.incidents) }),
    leavesToday: countOf(row?.onLeave),
    pendingLeaves: countOf(row?.pending),
    missing: missingOf(row?.missing),
    ...readCheck(row, now),
  }
}
