// Decides what a leave form opens with: whose leave, who approves, which days are school days.
import type { LeavePrepared } from '@class-pact/core/contract'
import { beijingDay } from '@class-pact/core/calendar'
import { leaveLateDays } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import type { ClassDoc } from '../class'
import type { LeaveDoc } from './documents'
import type { PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { lookUpPact } from '../pact'
import { schools } from '../school'
import { lateCite, teacherCard } from './find-leave'

type Row = SchoolDoc & { pacts: PactDoc[]; classes: Pick<ClassDoc, 'name' | 'headTeacher'>[]; open: LeaveDoc[] }

export const prepare: Handler<'leave.prepare'> = async ({ childId }, { identity: guardian, now }) => {
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: guardian.schoolId } },
    lookUpPact(now, { schoolId: guardian.schoolId }),
    {
      $lookup: {
        from: 'classes',
        pipeline: [{ $match: { _id: guardian.classId } }, { $project: { name: 1, headTeacher: 1 } }],
        as: 'classes',
      },
    },
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { childId, state: { $in: ['pending', 'approved'] }, dates: { $gte: beijingDay(now) } } },
          { $limit: BOUNDS.leavesOfChildAhead },
          { $project: { span: 1, state: 1 } },
        ],
        as: 'open',
      },
    },
  ])
  const [place, pact] = [row?.classes[0], row?.pacts[0]]
  if (!row || !place) return refuse('FORBIDDEN')
  return succeed({
    childId,
    childName: guardian.childName ?? '',
    className: place.name,
    teacher: teacherCard(place.headTeacher),
    calendar: row.calendar,
    lateDays: leaveLateDays(pact ?? { rules: {} }),
    lateCite: pact && lateCite(pact),
    open: row.open.map(({ _id, span, state }) => ({ leaveId: _id, span, state })),
  } satisfies LeavePrepared)
}
