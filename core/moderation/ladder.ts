// Decides which step after a breach is open, how long a mute lasts, and when a case is the leaders' (G04–G06).
import { CASE_STEPS, type CaseStep, type Instant, type Role } from '../contract'

const DAY_MS = 86_400_000
/** A case open longer than this is the leaders' (S0-3 二(一)1: 不拖不瞒). */
const HEAD_TEACHER_DAYS = 7
/** Days of each mute (S0-3 二(一)3: 视情节予以不同时间的禁言). */
const MUTE_DAYS: Partial<Record<CaseStep, number>> = { mute_1: 1, mute_7: 7, mute_30: 30 }

/** The one step that is open after those taken; undefined: the ladder has ended. Nobody skips one (G04). */
export function ladderStep(taken: readonly { step: CaseStep }[]): CaseStep | undefined {
  return CASE_STEPS[taken.length]
}

/** When a mute that begins now ends; undefined for the steps that mute nobody. */
export function muteEnd(step: CaseStep, now: Instant): Instant | undefined {
  const days = MUTE_DAYS[step]
  return days === undefined ? undefined : now + days * DAY_MS
}

/** From then on an open case is the leaders' (G06). */
export function leadersFrom(openedAt: Instant): Instant {
  return openedAt + HEAD_TEACHER_DAYS * DAY_MS
}

/** Whose the case is now: the head teacher's first, then the leaders'; a closed one is nobody's. */
export function canAct(about: { state: 'open' | 'closed'; openedAt: Instant }, role: Role, now: Instant): boolean {
  if (about.state === 'closed') return false
  return now < leadersFrom(about.openedAt) ? role === 'head_teacher' : role === 'office' || role === 'principal'
}
