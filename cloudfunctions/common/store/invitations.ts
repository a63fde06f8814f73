// Decides what is asked of invitations and changed in them.
import type { Instant } from '@class-pact/core/contract'
import { openCollection } from './collection'
import type { InvitationDoc } from './documents'

export const invitations = openCollection<InvitationDoc>('invitations')

/**
 * Uses up an activation code. True also for the person who has used it already, so that a broken call can be finished:
 * whether they still lead the school it opened stands in the school.
 */
export async function useActivation(code: string, openid: string, now: Instant): Promise<boolean> {
  const unused = { _id: code, purpose: 'activate', usesLeft: { $gt: 0 }, expiresAt: { $gt: now } }
  if ((await invitations.update(unused, { $set: { usesLeft: 0, usedBy: openid } })) === 1) return true
  const used = await invitations.find(code)
  return used?.purpose === 'activate' && used.usedBy === openid
}
