// Decides whether a notice that goes on its way again waits for the opening, or is urgent all the same (T01, X02).
import { nextOpening } from '@class-pact/core/pact'
import type { Instant } from '@class-pact/core/contract'
import type { NoticeDoc } from './documents'
import type { AudienceFacts } from './audience'

/** `releaseAt`: it waits until then. `urgent`: it is quiet, and the author's urgency overrides it. Neither: it is open. */
export function quietAt(
  notice: NoticeDoc,
  { pact, school }: Pick<AudienceFacts, 'pact' | 'school'>,
  now: Instant,
): { releaseAt?: Instant; urgent?: NoticeDoc['urgent'] } {
  const opening = nextOpening(now, notice.author.role, pact, school.calendar)
  if (opening <= now) return {}
  return notice.draft.urgent ? { urgent: notice.draft.urgent } : { releaseAt: opening }
}
