// Decides how a family learns what became of a leave: once it cannot be taken back any more (screens.md 3.11).
import { instantOf } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import type { LeaveDoc } from './documents'
import { people } from '../person'
import { leaveMessage } from '../../common/wechat/messages'
import type { StepDone } from '../../common/call/duties'
import { pushAll } from '../reminder'

export async function stepLeave(leave: LeaveDoc, until: Instant): Promise<StepDone> {
  if (leave.state !== 'approved' && leave.state !== 'rejected') return 'done'
  const { openid } = leave.applicant
  const person = await people.find(openid, { credits: 1 })
  if ((person?.credits.leave_result ?? 0) > 0) {
    const message = leaveMessage({
      leaveId: leave._id,
      approved: leave.state === 'approved',
      from: instantOf(leave.span.from, '00:00'),
      to: instantOf(leave.span.to, '00:00'),
    })
    await pushAll({ schoolId: leave.schoolId, about: `${leave._id}:${leave.decidedAt}` }, [{ openid, message }], until)
  }
  return 'done'
}
