// Decides what somebody learns about themselves when the mini program starts; a stranger learns that nothing is kept.
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { people } from '../../common/store/people'

export const readSession: Handler<'session.read'> = async (_input, { openid, now }) => {
  const person = await people.find(openid)
  return succeed({
    consented: person !== undefined,
    identities: person?.identities ?? [],
    credits: person?.credits ?? {},
    now,
  })
}
