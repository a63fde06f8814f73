// Decides which talks the today pages name: answers that came, what waits for a teacher and for the leaders.
import type { Identity, Instant } from '@class-pact/core/contract'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import { withHead } from './list-talks'

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

/** Of a school, for 学生工作处: what has risen to it and still waits (G21). */
export const waitingAtDiscipline = (schoolId: string, now: Instant): Where => ({
  ...{ schoolId, disciplineFrom: { $lte: now } },
  waitsSince: { $gt: 0, $lte: now },
})

/** Of a school, for its leaders. */
export const waitingAtLeaders = (schoolId: string, now: Instant): Where => ({
  ...{ schoolId, leadersFrom: { $lte: now } },
  waitsSince: { $gt: 0, $lte: now },
})
