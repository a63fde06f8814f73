// Decides when a child is not here, what follows from why it left, and in which order a roll reads.
import { addDays } from '../calendar'
import type { Day, LeavingCause } from '../wire'

/** A leaving is written down at most this long after it, or before it: a month back, a term ahead. */
const DAYS_BACK = 31
const DAYS_AHEAD = 184

/** From the day itself on (L12). */
export function isAway(away: { from: Day } | undefined, today: Day): boolean {
  return away !== undefined && away.from <= today
}

/** 转学 is a way of leaving; 休学 is expected to end. */
export function stateOf(cause: LeavingCause): 'left' | 'suspended' {
  return cause === 'suspended' ? 'suspended' : 'left'
}

/** The first and the last day that a leaving can be recorded for. */
export function leavingDays(today: Day): { first: Day; last: Day } {
  return { first: addDays(today, -DAYS_BACK), last: addDays(today, DAYS_AHEAD) }
}

/** 07 and 7 are one number. */
export function normalizeNumber(written: string): string {
  return /^\d+$/.test(written) ? written.replace(/^0+(?=\d)/, '') : written
}

interface Line {
  no: string
  childId: string
}

/** Roll order; children without a number come last. */
export function byNumber(a: Line, b: Line): number {
  const [one, other] = [Number(a.no || NaN), Number(b.no || NaN)]
  if (one !== other && !(Number.isNaN(one) && Number.isNaN(other))) {
    return Number.isNaN(one) ? 1 : Number.isNaN(other) ? -1 : one - other
  }
  return a.no.localeCompare(b.no) || a.childId.localeCompare(b.childId)
}
