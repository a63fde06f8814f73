// Decides how accepted messages become credits: one acceptance, one message, no more than a family can use.
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { people } from '../person'

/** Credits of one template. WeChat counts acceptances without an end, nobody can look them up: more than a month's messages are only claimed. */
const CREDITS_MOST = 20
/** Acceptances within the time below: every one is a tap on WeChat's panel. */
const ACCEPTANCES_MOST = 20
const WITHIN_MS = 10 * 60_000

/** Errors: TOO_MANY with `until`. A template that has all its credits stays as it is. */
export const acceptReminders: Handler<'reminders.accept'> = async ({ templates }, session) => {
  const { openid, requestId, digest, now, person } = session
  const credits = { ...person.credits }
  const been = findCall(person.acceptances, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed({ credits })

  const counting = [...new Set(templates)].filter((each) => (credits[each] ?? 0) < CREDITS_MOST)
  if (counting.length === 0) return succeed({ credits })
  const counted = await people.update(
    {
      _id: openid,
      acceptances: { $not: { $elemMatch: { id: requestId } } },
      ...Object.fromEntries(counting.map((each) => [`credits.${each}`, { $not: { $gte: CREDITS_MOST } }])),
      $or: [
        { [`acceptances.${ACCEPTANCES_MOST - 1}`]: { $exists: false } },
        { 'acceptances.0.at': { $lte: now - WITHIN_MS } },
      ],
    },
    {
      $inc: Object.fromEntries(counting.map((each) => [`credits.${each}`, 1])),
      $push: { acceptances: { $each: [{ id: requestId, by: openid, digest, at: now }], $slice: -ACCEPTANCES_MOST } },
    },
  )
  if (counted) {
    for (const template of counting) credits[template] = (credits[template] ?? 0) + 1
    return succeed({ credits })
  }
  // The same call at the same moment, or too many in a short time.
  const after = await people.find(openid)
  const stands = findCall(after?.acceptances, session)
  if (stands === 'other') return refuseReused()
  if (stands === 'repeat') return succeed({ credits: after?.credits ?? {} })
  const oldest = after?.acceptances?.[0]?.at ?? now
  return refuse('TOO_MANY', { until: oldest + WITHIN_MS })
}
