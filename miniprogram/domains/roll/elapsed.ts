// Decides how long a child has been missing, as a timer says it: by the cloud's clock, in hours and minutes.
import type { Instant } from '@class-pact/core/contract'

/** How often a timer looks: it shows minutes, and turns with the cloud's. */
export const TICK_MS = 1000
const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const two = (number: number) => String(number).padStart(2, '0')

/** 00:12, after a day 26:05. */
export function sayElapsed(since: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((now - since) / MINUTE_MS))
  return `${two(Math.floor(minutes / HOUR_MINUTES))}:${two(minutes % HOUR_MINUTES)}`
}
