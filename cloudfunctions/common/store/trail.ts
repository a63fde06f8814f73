// Decides how a change leaves its trace: in the same update as the change, so that neither is ever without the other (docs/adr/0003).
import type { Instant } from '@class-pact/core/contract'
import type { Change } from './collection'
import type { Trailed, TrailEntry } from './documents'

/** The trail of a new document. */
export function startTrail(entry: TrailEntry): Trailed {
  return { trail: [entry], audited: 0, trailOpen: true }
}

/** The same change, leaving its trace. */
export function withTrail(change: Change, entry: TrailEntry): Change {
  return {
    ...change,
    $set: { ...change.$set, trailOpen: true },
    $push: { ...change.$push, trail: entry },
  }
}

/** What a call did, as the trail tells it. */
export function noteAct(
  { openid, requestId, now }: { openid: string; requestId: string; now: Instant },
  role: TrailEntry['role'],
  action: string,
  detail?: TrailEntry['detail'],
): TrailEntry {
  return { id: requestId, at: now, by: openid, role, action, detail }
}
