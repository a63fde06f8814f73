// Decides what somebody learns about themselves when the mini program starts; a stranger learns that nothing is kept.
import type { Identity, Instant } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { mutedUntil } from '../../common/call/session'
import type { Person } from '../../common/call/person'
import { findPerson } from '../person'

export const readSession: Handler<'session.read'> = async (_input, { openid, now }) => {
  const person = await findPerson(openid)
  return succeed({
    consented: person !== undefined,
    identities: person?.identities.map((identity) => withMute(identity, person, now)) ?? [],
    former: person?.former ?? [],
    credits: person?.credits ?? {},
    ...(person?.daily && { daily: true as const }),
    now,
  })
}

function withMute(identity: Identity, person: Person, now: Instant): Identity {
  const until = mutedUntil(person, identity, now)
  return until === undefined ? identity : { ...identity, mutedUntil: until }
}
