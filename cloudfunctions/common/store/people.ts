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
 * @param mutes what still holds in a class they come back to (G04)
 */
export async function grantIdentity(
  openid: string,
  identity: Identity,
  now: Instant,
  known: boolean,
  mutes: Record<string, Instant> = {},
): Promise<void> {
  const person: PersonDoc = {
    _id: openid,
    consentAt: now,
    consentVersion: PRIVACY_VERSION,
    identities: [identity],
    ...(Object.keys(mutes).length > 0 && { mutes }),
    credits: {},
    recent: [],
    updatedAt: now,
  }
  if (!known && (await people.insert(person))) return
  const muted = Object.entries(mutes).map(([classId, until]) => [`mutes.${classId}`, until])
  await people.update(
    { _id: openid, 'identities.key': { $ne: identity.key } },
    {
      $push: { identities: identity },
      $set: { updatedAt: now },
      ...(muted.length > 0 && { $max: Object.fromEntries(muted) as Record<string, Instant> }),
    },
  )
}

/** Takes away what somebody acts as, before the authority (child, class or school) is written; a repeat changes nothing. */
export async function revokeIdentities(openid: string, keys: readonly string[], now: Instant): Promise<void> {
  await people.update(
    { _id: openid, 'identities.key': { $in: keys } },
    { $pull: { identities: { key: { $in: keys } } }, $set: { updatedAt: now } },
  )
}

/** Takes one role away; reading by it ends at once. */
export async function revokeIdentity(openid: string, key: string, now: Instant): Promise<void> {
  await people.update({ _id: openid }, { $pull: { identities: { key } }, $set: { updatedAt: now } })
}

/** Takes a guardian's every role in one class away, the supervisor's with it; staff stay staff (G05). */
export async function revokeClass(openid: string, classId: string, now: Instant): Promise<void> {
  const gone = { classId, role: { $in: ['guardian', 'supervisor'] } }
  await people.update({ _id: openid }, { $pull: { identities: gone }, $set: { updatedAt: now } })
}

/** No posts to this class until then; every other right stays as it is (G04). */
export async function muteGuardian(openid: string, classId: string, until: Instant): Promise<void> {
  await people.update({ _id: openid }, { $max: { [`mutes.${classId}`]: until } })
}
