// Decides how a leave goes from one state to the next: one conditional update on the state it was read in (L03).
import { limits, type LeaveState } from '@class-pact/core/contract'
import { cutAtReturn, freeSlots, planLeave, takeStep, type Step } from '@class-pact/core/leave'
import type { Handler, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { guardianOf, staffOf } from '../../common/call/session'
import { readRules } from '../notice'
import { isDuplicate } from '../../common/store/database'
import type { LeaveDoc } from './documents'
import { leaves } from './store'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { approverOf, describeLeave, findLeave, type FoundLeave } from './found-leave'

/** The act, in whose role, and what it sets besides the state. */
interface Act {
  role: 'guardian' | 'head_teacher' | 'office' | 'principal'
  change: Partial<LeaveDoc>
  remove?: ('duty' | 'decidedAt' | 'decidedBy' | 'words' | 'wordsCheck')[]
}

export const decide: Handler<'leave.decide'> = async ({ leaveId, approve, words }, session) => {
  const { openid, now, person } = session
  const found = await findLeave(leaveId)
  const approver = found && approverOf(person, found)
  if (!found || !approver) return refuse('FORBIDDEN')
  return change(found, approve ? 'approve' : 'reject', session, {
    role: staffRole(approver.role),
    change: {
      decidedAt: now,
      decidedBy: { openid, card: approver.card },
      ...keepWords(words, session.check),
      ...(!approve && { slots: freeSlots(leaveId) }),
      // Told only when it cannot be taken back any more (screens.md 3.11).
      duty: { kind: 'tell', at: now + limits.UNDO_MS, lease: 0, tries: 0 },
    },
  })
}

export const undo: Handler<'leave.undo'> = async ({ leaveId }, session) => {
  const found = await findLeave(leaveId)
  const approver = found && approverOf(session.person, found)
  if (!found || !approver) return refuse('FORBIDDEN')
  const { leave } = found
  const rules = leave.state === 'rejected' ? await readRules(leave.schoolId, session.now) : undefined
  const planned = rules && planLeave(leave.childId, leave.span, rules.school.calendar)
  return change(found, 'undo', session, {
    role: staffRole(approver.role),
    change: planned?.ok ? { slots: planned.plan.slots } : {},
    remove: ['duty', 'decidedAt', 'decidedBy', 'words', 'wordsCheck'],
  })
}

export const withdraw: Handler<'leave.withdraw'> = async ({ leaveId }, session) => {
  const found = await findLeave(leaveId)
  if (!found || !guardianOf(session.person, found.leave.childId)) return refuse('FORBIDDEN')
  return change(found, 'withdraw', session, {
    role: 'guardian',
    change: { slots: freeSlots(leaveId) },
    remove: ['duty'],
  })
}

export const giveBack: Handler<'leave.return'> = async ({ leaveId }, session) => {
  const { person, now } = session
  const found = await findLeave(leaveId)
  if (!found) return refuse('FORBIDDEN')
  const isFamily = guardianOf(person, found.leave.childId) !== undefined
  if (!isFamily && !staffOf(person, found.leave, ['head_teacher'])) return refuse('FORBIDDEN')
  return change(found, 'return', session, {
    role: isFamily ? 'guardian' : 'head_teacher',
    change: { returnedAt: now, ...cutAtReturn(found.leave, leaveId, now) },
  })
}

const staffRole = (role: string): Act['role'] => (role === 'office' || role === 'principal' ? role : 'head_teacher')

async function change(found: FoundLeave, step: Step, session: Session, act: Act) {
  const { leave } = found
  const { openid, now, person } = session
  const been = findCall(leave.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(await describeLeave(found, person))
  const taken = takeStep(leave, step, openid, now)
  if (!taken.ok)
    return refuse(taken.code, taken.code === 'LEAVE_STATE' ? { facts: { state: leave.state } } : { rule: 'L03' })
  if ('already' in taken) return succeed(await describeLeave(found, person))

  const done = await write(leave, taken.state, step, session, act)
  if (done === 'overlap') return refuse('LEAVE_OVERLAP')
  if (done === 'moved') {
    // Somebody was faster; if it was this same call, or the same person, the state is what they wanted.
    const after = await findLeave(leave._id)
    if (after && findCall(after.leave.trail, session) === 'other') return refuseReused()
    const again = after && takeStep(after.leave, step, openid, now)
    return after && again?.ok && 'already' in again
      ? succeed(await describeLeave(after, person))
      : refuse('LEAVE_STATE', after && { facts: { state: after.leave.state } })
  }
  const removed: Partial<LeaveDoc> = Object.fromEntries((act.remove ?? []).map((field) => [field, undefined]))
  const changed: LeaveDoc = { ...leave, ...act.change, ...removed, state: taken.state, updatedAt: now }
  return succeed(await describeLeave({ ...found, leave: changed }, person))
}

async function write(
  leave: LeaveDoc,
  state: LeaveState,
  step: Step,
  session: Session,
  { role, change: fields, remove = [] }: Act,
): Promise<'done' | 'moved' | 'overlap'> {
  try {
    const changed = await leaves.update(
      // A result that is being told cannot be taken back.
      {
        _id: leave._id,
        state: leave.state,
        ...unlessDone(session),
        ...(step === 'undo' && { 'duty.lease': { $lt: session.now } }),
      },
      withTrail(
        {
          $set: { ...fields, state, updatedAt: session.now },
          ...(remove.length > 0 && { $unset: Object.fromEntries(remove.map((field) => [field, ''])) }),
        },
        noteAct(session, role, `leave.${step}`),
      ),
    )
    return changed ? 'done' : 'moved'
  } catch (failure) {
    if (isDuplicate(failure)) return 'overlap'
    throw failure
  }
}
