// Decides what is asked of invitations and changed in them.
import type { Instant } from '@class-pact/core/contract'
import { openCollection } from './collection'
import type { InvitationDoc } from './documents'

export const invitations = openCollection<InvitationDoc>('invitations')

/**
 * Uses up a document that opens once. True also for the person who has used it already, so that a broken call can be
 * finished.
 */
async function useOnce(
  token: string,
  purpose: InvitationDoc['purpose'],
  openid: string,
  now: Instant,
): Promise<boolean> {
  const unused = { _id: token, purpose, usesLeft: { $gt: 0 }, expiresAt: { $gt: now } }
  if ((await invitations.update(unused, { $set: { usesLeft: 0, usedBy: openid } })) === 1) return true
  const used = await invitations.find(token)
  return used?.purpose === purpose && used.usedBy === openid
}

export function useActivation(code: string, openid: string, now: Instant): Promise<boolean> {
  return useOnce(code, 'activate', openid, now)
}

export function useStaffInvitation(token: string, openid: string, now: Instant): Promise<boolean> {
  return useOnce(token, 'staff', openid, now)
}
