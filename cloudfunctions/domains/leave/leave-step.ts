// Decides who hears of a leave: at once whom it waits for when it is for today, the family when it is decided.
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import { datesOf, waitsFor } from '@class-pact/core/leave'
import { nextOpening } from '@class-pact/core/pact'
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import type { LeaveDoc } from './documents'
import { classes, type ClassDoc } from '../class'
import { readRules } from '../notice'
import { people } from '../person'
import { leaveMessage, todoMessage } from '../../common/wechat/messages'
import { describeStaff } from './find-leave'
import { passOn, takeOver } from './take-over'
import type { StepDone } from '../../common/call/duties'
import { pushAll } from '../reminder'

export async function stepLeave(leave: LeaveDoc, duty: Duty, until: Instant): Promise<StepDone> {
  if (leave.state === 'pending') return tellDeciders(leave, duty, until)
  if (leave.state === 'approved' || leave.state === 'returned') await takeOver(leave, duty)
  if (leave.state !== 'approved') await passOn(leave)
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

/**
 * Those whom it waits for, while it is for today, or when it comes to leaders, for tomorrow; what is later waits for half past
 * five. Quiet hours push no leave: then it is told at the opening. Never the child's name, nor why (W5).
 */
async function tellDeciders(leave: LeaveDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const { _id, schoolId, classId, submittedAt, approvals = [] } = leave
  const dates = leave.wants ? datesOf(leave.wants) : leave.dates
  const now = readClock()
  const today = beijingDay(now)
  if (!dates.some((day) => day === today || day === addDays(today, 1))) return 'done'
  const rules = await readRules(schoolId, now)
  const found = await classes.find<Pick<ClassDoc, 'headTeacher' | 'standIn'>>(classId, { headTeacher: 1, standIn: 1 })
  if (!rules || !found) return 'done'
  const opening = nextOpening(now, 'head_teacher', rules.pact, rules.school.calendar)
  if (opening > now) return { next: { kind: duty.kind, at: opening } }
  const { desk, openids } = waitsFor(leave, describeStaff(found, rules.school, now))
  const credited = await people.list<{ _id: string }>(
    { _id: { $in: openids }, 'credits.todo': { $gt: 0 } },
    { limit: openids.length, fields: { _id: 1 } },
  )
  const isAtClass = desk === 'head_teacher'
  const what = dates.includes(today) ? '今天的假条，请批' : '明天的假条，请批'
  const message = {
    ...todoMessage({ what, count: 1, at: submittedAt }),
    page: `packages/leave/approve/approve?${isAtClass ? `classId=${classId}` : `schoolId=${schoolId}`}`,
  }
  const recipients = credited.map(({ _id: openid }) => ({ openid, message }))
  await pushAll({ schoolId, about: `${_id}:new${approvals.length || ''}` }, recipients, until)
  return 'done'
}
