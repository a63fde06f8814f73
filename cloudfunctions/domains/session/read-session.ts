// Decides what somebody learns about themselves when the mini program starts; a stranger learns that nothing is kept.
import type { Identity, Instant } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { mutedUntil } from '../../common/call/session'
import type { Person } from '../../common/call/person'
import { findPerson } from '../person'
import { listKeeping } from '../register'

export const readSession: Handler<'session.read'> = async (_input, { openid, now }) => {
  const person = await findPerson(openid)
  const schools = person?.identities.filter(({ role }) => role !== 'guardian').map(({ schoolId }) => schoolId) ?? []
  const keeping = await listKeeping([...new Set(schools)], now)
  return succeed({
    consented: person !== undefined,
    identities: person?.identities.map((identity) => withMute(identity, person, now)) ?? [],
    former: person?.former ?? [],
    credits: person?.credits ?? {},
    ...(person?.daily && { daily: true as const }),
    ...(keeping.length > 0 && { keeping }),
    now,
  })
}

function withMute(identity: Identity, person: Person, now: Instant): Identity {
  const until = mutedUntil(person, identity, now)
  return until === undefined ? identity : { ...identity, mutedUntil: until }
}
