// Decides what is asked of invitations and changed in them.
import type { Instant } from '@class-pact/core/contract'
import { openCollection, type Stage } from '../../common/store/collection'
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

/** Uses up an operator's code likewise; undefined: it is none, or used by somebody else, or expired (M13). */
export async function useReclaim(
  code: string,
  openid: string,
  now: Instant,
): Promise<{ schoolId: string; replaces: string } | undefined> {
  const unused = { _id: code, purpose: 'reclaim', usesLeft: { $gt: 0 }, expiresAt: { $gt: now } }
  await invitations.update(unused, { $set: { usesLeft: 0, usedBy: openid } })
  const used = await invitations.find(code)
  if (used?.purpose !== 'reclaim' || used.usedBy !== openid || !used.replaces) return undefined
  return { schoolId: used.schoolId, replaces: used.replaces }
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
