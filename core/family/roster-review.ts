// Decides when a class's members are looked through again, for people who should not be there (M11).
import type { Instant } from '../wire'

const DAY_MS = 86_400_000
/** S0-3 二(一)2: 不定时检查群成员; at least this often. */
const REVIEW_DAYS = 30

/** From then on the review is due; a new head teacher has the whole time. Undefined: nobody is there to do it. */
export function reviewDueFrom(
  reviewedAt: Instant | undefined,
  headTeacherSince: Instant | undefined,
): Instant | undefined {
  if (headTeacherSince === undefined) return undefined
  return Math.max(reviewedAt ?? 0, headTeacherSince) + REVIEW_DAYS * DAY_MS
}
