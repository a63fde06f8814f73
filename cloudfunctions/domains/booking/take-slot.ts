// Decides how a family takes a time and gives it back: of two who want one, one conditional update decides (H13).
import { slotsOf } from '@class-pact/core/booking'
import type { Reception, Reply } from '@class-pact/core/contract'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { describeReception } from './describe-reception'
import type { Booking, ReceptionDoc, Telling } from './documents'
import { beginOf, keyOfTime, receptions, tellNow, timeOfKey } from './store'

type Call = Session & InPlace & { found: ReceptionDoc }

export const takeSlot: Handler<'booking.take', ReceptionDoc> = async ({ receptionId, childId, time }, session) => {
  const { found, identity, now } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeReception(found, session))
  if (!slotsOf(found).includes(time)) return refuse('INPUT_INVALID', { field: 'time' })
  if (beginOf(found, time) <= now) return refuse('BOOKING_STATE', { facts: { state: 'begun' } })
  const key = keyOfTime(time)
  const booking: Booking = { childId, childName: identity.childName ?? '', card: identity.card, at: now }
  const telling: Telling = { id: `${key}:${now}`, to: { host: true }, what: 'booked', at: now }
  const changed = await receptions.update(
    {
      ...{ _id: receptionId, closed: { $exists: false }, children: { $ne: childId } },
      [`bookings.${key}`]: { $exists: false },
      ...unlessDone(session),
    },
    withTrail(
      {
        $set: { [`bookings.${key}`]: booking, duty: tellNow(now) },
        $push: { children: childId, toTell: telling },
      },
      noteAct(session, identity.role, 'booking.take', { childId, time }),
    ),
  )
  return answer(changed, session, (after) =>
    after.closed
      ? refuse('BOOKING_STATE', { facts: { state: 'closed' } })
      : after.children.includes(childId)
        ? refuse('BOOKING_STATE', { facts: { state: 'booked' } })
        : refuse('SLOT_TAKEN'),
  )
}

/** Until it begins; the school gives it back only with a word to the family. */
export const cancelSlot: Handler<'booking.cancel', ReceptionDoc> = async ({ receptionId, childId }, session) => {
  const { found, identity, now } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeReception(found, session))
  const [key] = Object.entries(found.bookings).find(([, each]) => each.childId === childId) ?? []
  if (key === undefined || found.closed) return refuse('BOOKING_STATE', { facts: { state: 'free' } })
  if (beginOf(found, timeOfKey(key)) <= now) return refuse('BOOKING_STATE', { facts: { state: 'begun' } })
  const to: Telling['to'] = identity.role === 'guardian' ? { host: true } : { childId }
  const telling: Telling = { id: `${key}:${now}:free`, to, what: 'freed', at: now }
  const changed = await receptions.update(
    { _id: receptionId, closed: { $exists: false }, [`bookings.${key}.childId`]: childId, ...unlessDone(session) },
    withTrail(
      {
        $unset: { [`bookings.${key}`]: '' },
        $pull: { children: childId },
        $set: { duty: tellNow(now) },
        $push: { toTell: telling },
      },
      noteAct(session, identity.role, 'booking.cancel', { childId }),
    ),
  )
  return answer(changed, session, () => refuse('BOOKING_STATE', { facts: { state: 'free' } }))
}

/** As it stands after the change; what somebody else did meanwhile says why there was none. */
export async function answer(
  changed: number,
  session: Call,
  explain: (after: ReceptionDoc) => Reply<Reception>,
): Promise<Reply<Reception>> {
  const after = await receptions.find(session.found._id)
  if (!after) return refuse('TRY_AGAIN')
  const stands = findCall(after.trail, session)
  if (stands === 'other') return refuseReused()
  return changed || stands === 'repeat' ? succeed(describeReception(after, session)) : explain(after)
}
