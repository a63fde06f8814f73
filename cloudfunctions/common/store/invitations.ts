// Decides what is asked of invitations and changed in them.
import type { Instant } from '@class-pact/core/contract'
import { openCollection, type Stage } from './collection'
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

/** Open invitations of one maker into one class: of staff two for every child of the largest class, of a guardian some sent twice. */
const OPEN_MOST = { staff: 160, guardian: 5 }

/** Brings along, as `opened`, what somebody has open in the class of the row, as much of it as counts. */
export function lookUpOpened(openid: string, classField: string, now: Instant): Stage {
  return {
    $lookup: {
      from: 'invitations',
      let: { class: `$${classField}` },
      pipeline: [
        {
          $match: {
            'inviter.openid': openid,
            expiresAt: { $gt: now },
            usesLeft: { $ne: 0 },
            $expr: { $eq: ['$classId', '$$class'] },
          },
        },
        { $sort: { expiresAt: 1 } },
        { $limit: OPEN_MOST.staff },
        { $project: { expiresAt: 1 } },
      ],
      as: 'opened',
    },
  }
}

/** When somebody who has that many open may make the next; undefined: now. The oldest retire by themselves. */
export function mayInviteFrom(
  opened: readonly Pick<InvitationDoc, 'expiresAt'>[],
  by: keyof typeof OPEN_MOST,
): Instant | undefined {
  return opened.length < OPEN_MOST[by] ? undefined : opened[opened.length - OPEN_MOST[by]]?.expiresAt
}
