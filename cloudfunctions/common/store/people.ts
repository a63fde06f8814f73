// Decides what is asked of people and changed in them: a projection of children, classes and schools.
import type { Identity, Instant } from '@class-pact/core/contract'
import { PRIVACY_VERSION } from '@class-pact/core/family'
import { openCollection } from './collection'
import type { PersonDoc } from './documents'

export const people = openCollection<PersonDoc>('people')

/**
 * Lets somebody act as `identity`, after the authority (child, class or school) has been written; a repeat changes nothing.
 * Somebody new is stored here for the first time: only call it with their consent (M12).
 * @param known whether they were stored when the action looked; saves a call either way
 */
export async function grantIdentity(openid: string, identity: Identity, now: Instant, known: boolean): Promise<void> {
  const person: PersonDoc = {
    _id: openid,
    consentAt: now,
    consentVersion: PRIVACY_VERSION,
    identities: [identity],
    credits: {},
    recent: [],
    updatedAt: now,
  }
  if (!known && (await people.insert(person))) return
  await people.update(
    { _id: openid, 'identities.key': { $ne: identity.key } },
    { $push: { identities: identity }, $set: { updatedAt: now } },
  )
}
