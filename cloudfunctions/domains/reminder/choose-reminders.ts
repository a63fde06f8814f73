// Decides how somebody chooses whether ordinary notices come one by one or once a day (每日汇总).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { succeed } from '../../common/call/results'
import { people } from '../person'

/** Calls remembered to tell a repeat: as many as acceptances. */
const CALLS_MOST = 20

export const chooseReminders: Handler<'reminders.choose'> = async ({ daily }, session) => {
  const { openid, requestId, digest, now, person } = session
  const been = findCall(person.choices, session)
  if (been === 'other') return refuseReused()
  if (been !== 'repeat') {
    await people.update(
      { _id: openid, choices: { $not: { $elemMatch: { id: requestId } } } },
      {
        ...(daily ? { $set: { daily: true, updatedAt: now } } : { $set: { updatedAt: now }, $unset: { daily: '' } }),
        $push: { choices: { $each: [{ id: requestId, by: openid, digest, at: now }], $slice: -CALLS_MOST } },
      },
    )
  }
  return succeed({ daily })
}
