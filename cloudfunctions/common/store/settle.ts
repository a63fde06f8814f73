// Decides that whoever came or went is looked at once more (docs/adr/0008).
import type { Instant } from '@class-pact/core/contract'
import type { Change } from './collection'
import type { Duty } from './documents'

/** By then the call that came or went has ended, or never will: three lives of a function of 20 s (config.json), milliseconds. */
const SETTLE_AFTER_MS = 60_000

/** The duty of a document that a call may leave half done. */
export function dutyAfter(kind: Duty['kind'], now: Instant): Duty {
  return { kind, at: now + SETTLE_AFTER_MS, lease: 0, tries: 0 }
}

/** The same change; the scheduler looks at the document afterwards. */
export function thenSettle(change: Change, now: Instant): Change {
  return { ...change, $set: { ...change.$set, duty: dutyAfter('settle', now) } }
}

/** Admissions a document remembers; more than are under way at once, and none is repeated later than its duty. */
const ADMITTED_MOST = 50

/** What an application adds to the document that admits: a second time it finds itself there. */
export function admitting(key: string): { free: Record<string, unknown>; push: Record<string, unknown> } {
  return { free: { admitted: { $ne: key } }, push: { admitted: { $each: [key], $slice: -ADMITTED_MOST } } }
}
