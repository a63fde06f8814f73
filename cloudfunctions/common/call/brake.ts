// Decides how often somebody may knock before a function looks up anything for them: strangers little.
import type { Instant, Rate, Row } from '@class-pact/core/contract'

/**
 * What is asked by somebody who may be nobody. A door looks far behind itself: a phone that joins opens five, one that goes
 * wrong some tens. Everything else costs one look for the person, and is answered no.
 */
const KNOCKS = {
  door: { burst: 40, every: 2_000 },
  look: { burst: 120, every: 1_000 },
} as const satisfies Record<string, Rate>
export type Knock = keyof typeof KNOCKS

interface Bucket {
  left: number
  at: Instant
}
/** Buckets an instance holds; the one unused longest goes first, and would have filled up by then. */
const BUCKETS_MAX = 10_000
const buckets = new Map<string, Bucket>()

/**
 * Takes one call out of somebody's bucket. It is a brake and no wall: every instance of the function has buckets of its own,
 * and CloudBase starts more of them under load; what documents must not hold more of, their own conditions refuse.
 * @returns when to come again; undefined: go on
 */
function take(key: string, { burst, every }: Rate, now: Instant): Instant | undefined {
  const { left: before, at } = buckets.get(key) ?? { left: burst, at: now }
  const left = Math.min(burst, before + Math.max(0, now - at) / every)
  buckets.delete(key)
  const oldest = buckets.keys().next().value
  if (buckets.size >= BUCKETS_MAX && oldest !== undefined) buckets.delete(oldest)
  buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now })
  return left >= 1 ? undefined : now + Math.ceil((1 - left) * every)
}

/** A knock at a door, or of somebody whom nobody knows. */
export function brakeKnock(knock: Knock, openid: string, now: Instant): Instant | undefined {
  return take(`${knock} ${openid}`, KNOCKS[knock], now)
}

/** Until when somebody who has knocked too often is not looked up again. */
export function brakedUntil(knock: Knock, openid: string, now: Instant): Instant | undefined {
  const bucket = buckets.get(`${knock} ${openid}`)
  const { every } = KNOCKS[knock]
  const left = bucket ? bucket.left + Math.max(0, now - bucket.at) / every : 1
  return left >= 1 ? undefined : now + Math.ceil((1 - left) * every)
}

/** One call of an action that has a rate of its own. */
export function brakeAction(action: string, { rate }: Row, openid: string, now: Instant): Instant | undefined {
  return rate && take(`${action} ${openid}`, rate, now)
}
