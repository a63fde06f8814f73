// Decides how a leave goes from one state to the next: one conditional update on the state it was read in (L03).
import { limits, type LeaveDesk, type LeaveState } from '@class-pact/core/contract'
import { cutAtReturn, freeSlots, nextDesk, planLeave, takeStep, waitsFor, type Step } from '@class-pact/core/leave'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { readRules } from '../notice'
import { isDuplicate } from '../../common/store/database'
import type { LeaveDoc } from './documents'
import { leaves } from './store'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { describeLeave, findLeave, type FoundLeave } from './find-leave'
import { holdAgain, passOnAt } from './take-over'

type LeaveCall = Session & InPlace & { found: FoundLeave }

/** What an act sets besides the state. */
interface Act {
  change: Partial<LeaveDoc>
  remove?: ('duty' | 'decidedAt' | 'decidedBy' | 'words' | 'wordsCheck' | 'at')[]
  /** A yes that is not the last: it stays pending, at this desk (L14). */
  goesTo?: LeaveDesk
}

export const decide: Handler<'leave.decide', FoundLeave> = async ({ leaveId, approve, words }, session) => {
  const { openid, now, identity, check, found } = session
  const { leave, staff } = found
  const by = { openid, role: identity.role, card: identity.card }
  const approvals = [...(leave.approvals ?? []), { desk: leave.at ?? 'head_teacher', ...by, at: now }]
  // Told only when it cannot be taken back any more (screens.md 3.11).
  const duty = { kind: 'tell', at: now + limits.UNDO_MS, lease: 0, tries: 0 } as const
  const goesTo = approve ? nextDesk(leave, by, staff) : undefined
  if (goesTo) return change('approve', session, { change: { at: goesTo, approvals, duty }, goesTo })
  return change(approve ? 'approve' : 'reject', session, {
    change: {
      decidedAt: now,
      decidedBy: { openid, card: identity.card },
      ...keepWords(words, check),
      ...(approve ? { approvals } : { slots: freeSlots(leaveId) }),
      duty,
    },
  })
}

/** A rejection gives its half days back, a yes is struck, and the leave lies where it lay before it. */
export const undo: Handler<'leave.undo', FoundLeave> = async (_input, session) => {
  const { leave } = session.found
  const { state, approvals = [] } = leave
  const rules = state === 'rejected' ? await readRules(leave.schoolId, session.now) : undefined
  const planned = rules && planLeave(leave.childId, leave.span, rules.school.calendar)
  const beside = state === 'rejected' ? await holdAgain(leave) : undefined
  const last = approvals[approvals.length - 1]
  const isStruck = state !== 'rejected' && last?.openid === session.openid
  return change('undo', session, {
    change: {
      ...(planned?.ok && { slots: planned.plan.slots, days: planned.plan.days, back: planned.plan.back }),
      ...beside,
      ...(isStruck && { approvals: approvals.slice(0, -1), at: last.desk }),
    },
    remove: ['duty', 'decidedAt', 'decidedBy', 'words', 'wordsCheck'],
  })
}

export const withdraw: Handler<'leave.withdraw', FoundLeave> = async ({ leaveId }, session) =>
  change('withdraw', session, { change: { slots: freeSlots(leaveId), duty: passOnAt(session.now) } })

export const giveBack: Handler<'leave.return', FoundLeave> = async ({ leaveId }, session) => {
  const { now, found } = session
  return change('return', session, {
    change: { returnedAt: now, ...cutAtReturn(found.leave, leaveId, now), duty: passOnAt(now) },
  })
}

async function change(step: Step, session: LeaveCall, act: Act) {
  const { openid, now, person, found } = session
  const { leave } = found
  const been = findCall(leave.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(await describeLeave(found, person))
  const taken = takeStep(leave, step, openid, now, isTheirs(found, openid))
  if (!taken.ok)
    return refuse(taken.code, taken.code === 'LEAVE_STATE' ? { facts: { state: leave.state } } : { rule: 'L03' })
  if ('already' in taken) return succeed(await describeLeave(found, person))

  const state = act.goesTo ? 'pending' : taken.state
  const done = await write(leave, state, step, session, act)
  if (done === 'overlap') return refuse('LEAVE_OVERLAP')
  if (done === 'moved') {
    // Somebody was faster; if it was this same call, or the same person, the state is what they wanted.
    const after = (await findLeave({ leaveId: leave._id }, session))?.found
    if (after && findCall(after.leave.trail, session) === 'other') return refuseReused()
    const again = after && takeStep(after.leave, step, openid, now, isTheirs(after, openid))
    return after && again?.ok && 'already' in again
      ? succeed(await describeLeave(after, person))
      : refuse('LEAVE_STATE', after && { facts: { state: after.leave.state } })
  }
  const removed: Partial<LeaveDoc> = Object.fromEntries((act.remove ?? []).map((field) => [field, undefined]))
  const changed: LeaveDoc = { ...leave, ...act.change, ...removed, state, updatedAt: now }
  return succeed(await describeLeave({ ...found, leave: changed }, person))
}

const isTheirs = ({ leave, staff }: FoundLeave, openid: string) =>
  leave.state === 'pending' && waitsFor(leave, staff).openids.includes(openid)

async function write(
  leave: LeaveDoc,
  state: LeaveState,
  step: Step,
  session: LeaveCall,
  { change: fields, remove = [], goesTo }: Act,
): Promise<'done' | 'moved' | 'overlap'> {
  try {
    const changed = await leaves.update(
      // A result that is being told cannot be taken back.
      {
        _id: leave._id,
        state: leave.state,
        // At the desk where it was read: of two who decide at once, one does.
        at: leave.at ?? null,
        ...unlessDone(session),
        ...(step === 'undo' && { 'duty.lease': { $lt: session.now } }),
      },
      withTrail(
        {
          $set: { ...fields, state, updatedAt: session.now },
          ...(remove.length > 0 && { $unset: Object.fromEntries(remove.map((field) => [field, ''])) }),
        },
        noteAct(session, session.identity.role, goesTo ? 'leave.pass' : `leave.${step}`),
      ),
    )
    return changed ? 'done' : 'moved'
  } catch (failure) {
    if (isDuplicate(failure)) return 'overlap'
    throw failure
  }
}
