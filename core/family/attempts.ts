// Decides how often somebody may name a child at the door of a class: a slip of the pen is free (M02, C28).
import type { Instant } from '../wire'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What was handed in this long ago is forgotten: a family moves house, nobody guesses that slowly. */
const WINDOW_MS = 30 * DAY_MS
/** Pause after so many attempts: two children and a typing error need none. */
const PAUSES_MS = [0, 0, 0, 10 * MINUTE_MS, HOUR_MS, DAY_MS, DAY_MS, DAY_MS]
/** Different names in the window; a family with that many children in one class speaks with the teacher. */
export const NAMES_MOST = 5
/** From so many names on the head teacher is told, also when they were taken back. */
export const NAMES_TOLD = 3

/** One application of this person to this class, whatever has become of it. */
export interface Attempt {
  childName: string
  /** When it was handed in. */
  at: readonly Instant[]
}

/** `tried`: different names, this one included. `until`: not before then, and the same for every name. */
export type AttemptAnswer = { free: true; tried: number } | { free: false; until: Instant }

/** The answer looks at how often somebody came, never at whether a name was right. */
export function askToTry(earlier: readonly Attempt[], childName: string, now: Instant): AttemptAnswer {
  const recent = earlier
    .map((attempt) => ({ ...attempt, at: attempt.at.filter((at) => at > now - WINDOW_MS) }))
    .filter(({ at }) => at.length > 0)
  const times = recent.flatMap(({ at }) => at).sort((a, b) => a - b)
  const tried = new Set([...recent.map((attempt) => attempt.childName), childName]).size
  const [first = now, last = now] = [times[0], times[times.length - 1]]
  const pause = PAUSES_MS[times.length]
  if (pause === undefined || tried > NAMES_MOST) return { free: false, until: first + WINDOW_MS }
  return pause > 0 && last + pause > now ? { free: false, until: last + pause } : { free: true, tried }
}
