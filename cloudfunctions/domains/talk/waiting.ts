// Decides which talks the today pages name: answers that came, what waits for a teacher and for the leaders.
import type { Identity, Instant, TalkDesk } from '@class-pact/core/contract'
import { deskAt, risesOf, type Rules } from '@class-pact/core/talk'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import type { TalkDoc } from './documents'
import { withHead } from './list-talks'
import { lyingOf } from './whose'

/** An answer is news for a week: nobody knows whether it has been read (no ticks). */
const NEWS_MS = 7 * 86_400_000

/** Answers to families of these children, the latest first; `as` is one row with the count, or none. */
export function lookUpAnswered(childIds: readonly string[], now: Instant, as: string): Stage {
  return {
    $lookup: {
      from: 'talks',
      pipeline: [
        {
          $match: {
            childId: { $in: [...childIds] },
            answeredAt: { $lte: now, $gt: now - NEWS_MS },
            state: { $ne: 'closed' },
          },
        },
        { $sort: { answeredAt: -1 } },
        { $limit: BOUNDS.talksOfFamily },
        { $group: { _id: 'all', count: { $sum: 1 }, talkId: { $first: '$_id' }, matter: { $first: '$matter' } } },
      ],
      as,
    },
  }
}

/** What waits for this teacher in one class, since when; `as` is one row, or none. */
export function lookUpToAnswer({ role, classId = '' }: Identity, openid: string, now: Instant, as: string): Stage {
  const waits: Where = { classId, waitsSince: { $gt: 0, $lte: now }, desk: { $ne: 'principal' } }
  const isHead = role === 'head_teacher'
  const theirs = isHead ? {} : { 'to.desk': 'teacher', 'to.openid': openid }
  return {
    $lookup: {
      from: 'talks',
      pipeline: [
        { $match: { ...waits, ...theirs } },
        { $sort: { waitsSince: 1 } },
        { $limit: BOUNDS.talksOfClass },
        ...(isHead ? withHead(openid) : []),
        { $group: { _id: 'all', count: { $sum: 1 }, oldest: { $min: '$waitsSince' } } },
      ],
      as,
    },
  }
}

/** What of a waiting talk says at whose desk it lies. */
export type WaitingTalk = Pick<TalkDoc, 'desk' | 'deskSince' | 'waitsSince'>

/** Of a school, what waits and 学生工作处 reads along, as `letters`: some of it lies elsewhere by now (G21). */
export const lookUpReadAlong = (schoolId: string, now: Instant): Stage => ({
  $lookup: {
    from: 'talks',
    pipeline: [
      { $match: { schoolId, disciplineFrom: { $lte: now }, waitsSince: { $gt: 0, $lte: now } } },
      { $project: { desk: 1, deskSince: 1, waitsSince: 1 } },
    ],
    as: 'letters',
  },
})

/** How many of them lie at this desk now. */
export const countAtDesk = (talks: readonly WaitingTalk[], desk: TalkDesk, rules: Rules, now: Instant): number =>
  talks.map(lyingOf).filter((lying) => deskAt(lying, risesOf(lying, rules), now).desk === desk).length

/** Of a school, for its leaders. */
export const waitingAtLeaders = (schoolId: string, now: Instant): Where => ({
  ...{ schoolId, leadersFrom: { $lte: now } },
  waitsSince: { $gt: 0, $lte: now },
})
