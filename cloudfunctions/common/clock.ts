// Decides where the time comes from: the function's own clock, never the phone's.
import type { Instant } from '@class-pact/core/contract'

/** The present instant, epoch milliseconds. */
export function readClock(): Instant {
  return Date.now()
}
