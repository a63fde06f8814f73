// Decides how a change leaves its trace: in the same update as the change (docs/adr/0003).
import type { Identity } from '@class-pact/core/contract'
import type { Visit } from '../call/handlers'
import type { Change } from './collection'
import type { Trailed, TrailEntry } from './documents'

/** One act of one call, as the audit trail will show it; `role` is the role the person acted in. */
export function noteAct(
  visit: Visit,
  role: Identity['role'],
  action: string,
  detail?: TrailEntry['detail'],
): TrailEntry {
  const { requestId: id, digest, now: at, openid: by } = visit
  return { id, digest, at, by, role, action, ...(detail && { detail }) }
}

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
