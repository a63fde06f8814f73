// Decides how accepted subscription messages become credits: one acceptance, one message (platform: subscribe messages).
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { people } from '../../common/store/people'

export const acceptReminders: Handler<'reminders.accept'> = async ({ templates }, { openid, requestId, person }) => {
  const accepted = [...new Set(templates)]
  const counted = await people.update(
    { _id: openid, accepted: { $ne: requestId } },
    { $inc: Object.fromEntries(accepted.map((each) => [`credits.${each}`, 1])), $set: { accepted: requestId } },
  )
  const credits = { ...person.credits }
  if (counted) for (const template of accepted) credits[template] = (credits[template] ?? 0) + 1
  return succeed({ credits })
}
