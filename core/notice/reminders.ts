// Decides when the one reminder before a deadline goes out, and to whose families (N10).
import type { Instant, ReplyMode } from '../wire'
import { wantsReply } from './kinds'
/** A reminder goes out this long before the deadline, when somebody can still act on it. */
const REMIND_BEFORE_MS = 3 * 3_600_000
/** A family gets at least this long by itself before it is reminded. */
const GRACE_MS = 3_600_000

/**
 * When the reminder is due; undefined: there is none.
 * @param opensAt the same instant if the school is open then, else the next opening
 */
export function reminderTime(
  slip: { replyMode: ReplyMode; deadline?: Instant; publishedAt: Instant },
  opensAt: (at: Instant) => Instant,
): Instant | undefined {
  if (slip.deadline === undefined || !wantsReply(slip.replyMode)) return undefined
  const due = opensAt(Math.max(slip.deadline - REMIND_BEFORE_MS, slip.publishedAt + GRACE_MS))
  return due < slip.deadline ? due : undefined
}
