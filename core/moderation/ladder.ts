// Decides which step after a breach is open, how long a mute lasts, and when a case is the leaders' (G04–G06).
import type { Pact } from '../pact/contract'
import type { Instant, Role } from '../wire'
import { CASE_STEPS, type CaseDesk, type CaseStep } from '../wire'
import { deskAt, leavesHeadTeacher, type Rise } from './rising'
const DAY_MS = 86_400_000

/** The waits and lengths a school gives its ladder (G04); a case keeps those it was opened under (G15). */
export interface Ladder {
  /** Days of each mute. */
  muteDays: { mute_1: number; mute_7: number; mute_30: number }
  /** A case open longer than this is the leaders' (S0-3 二(一)1: 不拖不瞒). */
  leadersAfterDays: number
}

/** What a pact says without a number of its own (S0-3 二(一)3: 视情节予以不同时间的禁言). */
export const USUAL_LADDER: Ladder = { muteDays: { mute_1: 1, mute_7: 7, mute_30: 30 }, leadersAfterDays: 7 }

/** The ladder of a pact; what its rule G04 leaves open is as usual. */
export function ladderOf({ rules }: Pick<Pact, 'rules'>): Ladder {
  const days = (key: string, usual: number) => {
    const value = rules['G04']?.[key]
    return typeof value === 'number' && value >= 1 ? value : usual
  }
  const { muteDays, leadersAfterDays } = USUAL_LADDER
  return {
    muteDays: {
      mute_1: days('firstDays', muteDays.mute_1),
      mute_7: days('secondDays', muteDays.mute_7),
      mute_30: days('thirdDays', muteDays.mute_30),
    },
    leadersAfterDays: days('leadersAfterDays', leadersAfterDays),
  }
}

/** The one step that is open after those taken; undefined: the ladder has ended. Nobody skips one (G04). */
export function ladderStep(taken: readonly { step: CaseStep }[]): CaseStep | undefined {
  return CASE_STEPS[taken.length]
}

/** How many days a step mutes; undefined for the steps that mute nobody. */
export function muteDays(step: CaseStep, ladder: Ladder): number | undefined {
  return step === 'mute_1' || step === 'mute_7' || step === 'mute_30' ? ladder.muteDays[step] : undefined
}

/** When a mute that begins now ends; undefined for the steps that mute nobody. */
export function muteEnd(step: CaseStep, ladder: Ladder, now: Instant): Instant | undefined {
  const days = muteDays(step, ladder)
  return days === undefined ? undefined : now + days * DAY_MS
}

/** A step that holds: it still mutes, or the seat went with it, and nobody has lifted it. */
export function holds(
  { step, until = 0, lifted }: { step: CaseStep; until?: Instant; lifted?: true },
  now: Instant,
): boolean {
  return !lifted && (step === 'remove' || until > now)
}

interface Aged {
  openedAt: Instant
  ladder: Ladder
  /** Where the pact it was opened under lets matters rise step by step (G21). */
  rises?: readonly Rise[]
}

/** From then on an open case is no longer the head teacher's: it has risen (G21), or it is the leaders' (G06). */
export function leadersFrom({ openedAt, ladder, rises }: Aged): Instant {
  return rises ? leavesHeadTeacher(rises) : openedAt + ladder.leadersAfterDays * DAY_MS
}

/** At whose desk an open case lies; without steps upward the leaders have one desk, and any of them is there. */
export function deskOf(about: Aged, now: Instant): CaseDesk {
  if (about.rises) return deskAt(about.rises, now)
  return now < leadersFrom(about) ? 'head_teacher' : 'office'
}

/** Who may act at a desk; whoever is over the office's may act there too, for not every school has all of them. */
const AT_DESK: Record<CaseDesk, readonly Role[]> = {
  head_teacher: ['head_teacher'],
  discipline: ['officer', 'office', 'principal'],
  office: ['office', 'principal'],
  principal: ['principal'],
}

/**
 * Whose the case is now: the head teacher's first, of the first step a subject teacher's too (M18), then whoever is at the
 * desk to which it has risen (G21), or the leaders' (G06); a closed one is nobody's. Of officers only 学生工作处 asks.
 */
export function canAct(
  about: Aged & { state: 'open' | 'closed'; steps: readonly { step: CaseStep }[] },
  role: Role,
  now: Instant,
): boolean {
  if (about.state === 'closed') return false
  const desk = deskOf(about, now)
  if (role === 'teacher') return desk === 'head_teacher' && ladderStep(about.steps) === 'guide'
  return AT_DESK[desk].includes(role)
}
