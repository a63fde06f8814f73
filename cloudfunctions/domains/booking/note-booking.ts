// Decides how a teacher notes what came of a booked time: who came was met and counts as a contact (H01, H13, X07).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { describeReception } from './describe-reception'
import type { ReceptionDoc } from './documents'
import { beginOf, receptions, timeOfKey } from './store'
import { answer } from './take-slot'

export const noteBooking: Handler<'booking.note', ReceptionDoc> = async (input, session) => {
  const { receptionId, childId, came, words } = input
  const { found, openid, identity, now, check } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeReception(found, session))
  const [key] = Object.entries(found.bookings).find(([, each]) => each.childId === childId) ?? []
  if (key === undefined || found.closed) return refuse('BOOKING_STATE', { facts: { state: 'free' } })
  const at = beginOf(found, timeOfKey(key))
  if (at > now) return refuse('BOOKING_STATE', { facts: { state: 'ahead' } })
  const noted = { came, ...(words && keepWords(words, check)), at: now, by: identity.card }
  const reached = { childId, by: openid, way: 'face' as const, at }
  const changed = await receptions.update(
    {
      ...{ _id: receptionId, closed: { $exists: false }, [`bookings.${key}.childId`]: childId },
      [`bookings.${key}.noted`]: { $exists: false },
      ...unlessDone(session),
    },
    withTrail(
      { $set: { [`bookings.${key}.noted`]: noted }, ...(came && { $push: { reachedBy: reached } }) },
      noteAct(session, identity.role, 'booking.note', { childId, came }),
    ),
  )
  return answer(changed, session, () => refuse('BOOKING_STATE', { facts: { state: 'noted' } }))
}
