// Decides what is asked of people and changed in them: consent, and what belongs to nobody else.
import type { Instant } from '@class-pact/core/contract'
import { PRIVACY_VERSION } from '@class-pact/core/family'
import { openCollection } from '../../common/store/collection'
import type { PersonDoc } from '../../common/call/person'

export const people = openCollection<PersonDoc>('people')

/**
 * Keeps that somebody has agreed to the privacy text (M12); a repeat changes nothing.
 * @param mutes what still holds in a class they come back to (G04)
 */
export async function keepConsent(openid: string, now: Instant, mutes: Record<string, Instant> = {}): Promise<void> {
  const person: PersonDoc = {
    _id: openid,
    consentAt: now,
    consentVersion: PRIVACY_VERSION,
    ...(Object.keys(mutes).length > 0 && { mutes }),
    credits: {},
    updatedAt: now,
  }
  const isNew = await people.insert(person)
  if (!isNew && Object.keys(mutes).length > 0) await confirmPresence(openid, now, mutes)
}

/**
 * Whether this person is still there after a place was given to them: somebody who has begun to delete their data meanwhile
 * gets none.
 */
export async function confirmPresence(
  openid: string,
  now: Instant,
  mutes: Record<string, Instant> = {},
): Promise<boolean> {
  const muted = Object.entries(mutes).map(([classId, until]) => [`mutes.${classId}`, until])
  const present = { _id: openid, leaving: { $exists: false } }
  const change = {
    $set: { updatedAt: now },
    ...(muted.length > 0 && { $max: Object.fromEntries(muted) as Record<string, Instant> }),
  }
  // Two calls of one instant write the same: the second changes nothing, and CloudBase counts what has changed.
  return (await people.update(present, change)) === 1 || (await findPresent([openid])).has(openid)
}

/** No posts to this class until then; every other right stays as it is (G04). */
export async function muteGuardian(openid: string, classId: string, until: Instant): Promise<void> {
  await people.update({ _id: openid }, { $max: { [`mutes.${classId}`]: until } })
}

/** The mute that ends then is over: until `until` another goes on, or none does; a longer one that came meanwhile stays. */
export async function unmuteGuardian(
  openid: string,
  classId: string,
  ended: Instant,
  until: Instant | undefined,
): Promise<void> {
  const field = `mutes.${classId}`
  await people.update(
    { _id: openid, [field]: ended },
    until === undefined ? { $unset: { [field]: '' } } : { $set: { [field]: until } },
  )
}

/** Who of them has agreed to be here, and is not being forgotten. */
export async function findPresent(openids: readonly string[]): Promise<Set<string>> {
  if (openids.length === 0) return new Set()
  const found = await people.list<Pick<PersonDoc, '_id'>>(
    { _id: { $in: [...new Set(openids)] }, leaving: { $exists: false } },
    { limit: openids.length, fields: { _id: 1 } },
  )
  return new Set(found.map(({ _id }) => _id))
}
