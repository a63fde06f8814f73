// Decides whether a notice that goes on its way again waits for the opening, or is urgent all the same (T01, X02).
import { isStopped } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import type { Instant } from '@class-pact/core/contract'
import type { NoticeDoc } from './documents'
import type { AudienceFacts } from './audience'

/** While a school has stopped publishing, what waits is looked at again this often. */
const STOP_LOOK_MS = 300_000

type Rules = Pick<AudienceFacts, 'pact' | 'school'>

/**
 * Whatever would go out now: while publishing is stopped it waits, urgent or not (G10, G19); else as its hours say.
 */
export function quietAt(notice: NoticeDoc, rules: Rules, now: Instant): ReturnType<typeof hoursAt> {
  if (isStopped(rules.school.stop?.level, notice.author.role)) return { releaseAt: now + STOP_LOOK_MS }
  return hoursAt(notice, rules, now)
}

/** `releaseAt`: it waits until then. `urgent`: it is quiet, and the author's urgency overrides it. Neither: it is open. */
export function hoursAt(
  notice: NoticeDoc,
  { pact, school }: Rules,
  now: Instant,
): { releaseAt?: Instant; urgent?: NoticeDoc['urgent'] } {
  const opening = nextOpening(now, notice.author.role, pact, school.calendar)
  if (opening <= now) return {}
  return notice.draft.urgent ? { urgent: notice.draft.urgent } : { releaseAt: opening }
}
