// Decides who notes the three steps for a child that does not come, and that the office has the report (Q20).
import { beijingDay } from '@class-pact/core/calendar'
import { DROPOUT_STEPS } from '@class-pact/core/attendance/contract'
import type { Dropout, DropoutPage, Instant } from '@class-pact/core/contract'
import type { Handler, InPlace, Session, Whose } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { noteAct, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import type { DropoutDoc } from './documents'
import { dropouts } from './store'

export type DropoutRow = Omit<DropoutDoc, 'trail'>

export async function findDropout({ dropoutId }: { dropoutId: string }): Promise<Whose<DropoutDoc> | undefined> {
  const found = await dropouts.find(dropoutId)
  if (!found) return undefined
  const { schoolId, classId, className } = found
  return { found, place: { schoolId, classId, className } }
}

/** Who is to be brought back, as `dropouts`; the longest first. */
export function lookUpDropouts(place: { schoolId: string } | { classId: string }): Stage {
  return {
    $lookup: {
      from: 'dropouts',
      pipeline: [
        { $match: { ...place, open: true } },
        { $sort: { firstDay: 1 } },
        { $limit: BOUNDS.childrenOfClass },
        { $project: { trail: 0 } },
      ],
      as: 'dropouts',
    },
  }
}

export function describeDropout(row: DropoutRow, now: Instant): Dropout {
  const { _id: dropoutId, classId, className, childId, no, name, firstDay, lastDay, days, due, steps, closed } = row
  const today = beijingDay(now)
  const { received } = steps
  return {
    ...{ dropoutId, classId, className, childId, no, name, firstDay, lastDay, days },
    steps: DROPOUT_STEPS.map((step) => {
      const done = steps[step]
      const { words, wordsHeld } = done ?? {}
      return {
        ...{ step, owner: 'head_teacher' as const, due: due[step] },
        ...(!done && !closed && due[step] < today && { overdue: true as const }),
        ...(done && { done: { at: done.at, by: done.card, ...(wordsHeld ? { wordsHeld } : { words }) } }),
      }
    }),
    ...(received && { received: { at: received.at, by: received.card } }),
    ...(closed && { closed }),
  }
}

type Call = Session & InPlace & { found: DropoutDoc }

function describePage(found: DropoutDoc, { identity, now }: Call): DropoutPage {
  const may: DropoutPage['may'] = found.closed
    ? []
    : isLeader(identity)
      ? found.steps.office && !found.steps.received
        ? ['received']
        : []
      : DROPOUT_STEPS.filter((step) => !found.steps[step]).slice(0, 1)
  return { ...describeDropout(found, now), may }
}

export const readDropout: Handler<'attendance.dropout', DropoutDoc> = (_input, session) =>
  Promise.resolve(succeed(describePage(session.found, session)))

/** In order: one reports first, then persuades, then writes; the office says that it has it. */
export const noteStep: Handler<'attendance.step', DropoutDoc> = async ({ step, words }, session) => {
  const { found, identity, now, check } = session
  if (findCall(found.trail, session) === 'repeat') return succeed(describePage(found, session))
  if ((step === 'received') !== isLeader(identity)) return refuse('FORBIDDEN')
  if (step === 'office' && !words) return refuse('INPUT_INVALID', { field: 'words' })
  const order = [...DROPOUT_STEPS, 'received'] as const
  const before = order.slice(0, order.indexOf(step))
  const done = {
    ...{ at: now, card: identity.card },
    ...(words && { words, ...(doubtOf(check) && { wordsHeld: true as const }) }),
  }
  const stands = {
    ...{ _id: found._id, open: true, [`steps.${step}`]: { $exists: false } },
    ...Object.fromEntries(before.map((each) => [`steps.${each}`, { $exists: true }])),
    ...unlessDone(session),
  }
  const act = noteAct(session, identity.role, 'attendance.step', { step })
  const after = { ...found, steps: { ...found.steps, [step]: done } }
  if (await dropouts.update(stands, withTrail({ $set: { [`steps.${step}`]: done } }, act)))
    return succeed(describePage(after, session))
  const been = await lookBack(dropouts, found._id, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed(describePage(after, session)) : refuse('STEP_DONE')
}
