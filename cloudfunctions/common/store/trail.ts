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
