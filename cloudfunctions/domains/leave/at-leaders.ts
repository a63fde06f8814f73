// Decides which pending leaves of a school wait for one of its leaders (L03, L14).
import type { Instant } from '@class-pact/core/contract'
import { waitsFor } from '@class-pact/core/leave'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import type { ClassDoc } from '../class'
import type { SchoolDoc } from '../school'
import type { LeaveDoc } from './documents'
import { describeStaff } from './find-leave'

/** Pending, and not with the leaders yet. */
export const AT_TEACHER: Where = { state: 'pending', at: { $nin: ['office', 'principal'] } }

export interface PendingRow extends Pick<LeaveDoc, '_id' | 'childId' | 'applicant' | 'at' | 'approvals'> {
  classes: Pick<ClassDoc, 'headTeacher' | 'standIn'>[]
}

/** As `pendingLeaves`: all that wait in a school, whoever decides them. */
export function lookUpPending(schoolId: string): Stage {
  return {
    $lookup: {
      from: 'leaves',
      pipeline: [
        { $match: { schoolId, state: 'pending' } },
        { $limit: BOUNDS.childrenOfSchool },
        { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
        {
          $project: {
            ...{ childId: 1, at: 1, 'applicant.openid': 1, 'approvals.openid': 1 },
            ...{ 'classes.headTeacher.openid': 1, 'classes.standIn': 1 },
          },
        },
      ],
      as: 'pendingLeaves',
    },
  }
}

/** Those of them that wait for this leader's word. */
export function waitingForLeader(
  rows: readonly PendingRow[] = [],
  school: Pick<SchoolDoc, 'principals' | 'office'>,
  openid: string,
  now: Instant,
): PendingRow[] {
  return rows.filter((leave) => waitsFor(leave, describeStaff(leave.classes[0], school, now)).openids.includes(openid))
}
