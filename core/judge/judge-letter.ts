// Decides what becomes of a private letter: as the pact judges it, and where a family's leave or thanks belong.
import type { Pact } from '../pact/contract'
import type { Instant, Role, SchoolCalendar } from '../wire'
import { findElsewhere } from './elsewhere'
import { judge } from './ours'
import type { JudgeContext, Judgement } from './types'

export interface Letter {
  role: Role
  /** What the thread is about: read with the first letter. */
  matter?: string
  words: string
  photos: number
}

export interface LetterContext {
  roster: JudgeContext['roster']
  calendar: SchoolCalendar
  /** The child the thread is about. */
  child: string
  /** The writer's own latest letters here (C01–C03). */
  previous?: JudgeContext['previous']
}

/** Rules on comments that hold for a letter too: leave has its form, and 收到 is a read mark (L01, C34). */
const ELSEWHERE = ['L01', 'C34'] as const

/** `deflect` by L01: the leave form says it; by C34: nothing to send, the thread is marked as read. Pure. */
export function judgeLetter(
  { role, matter, words, photos }: Letter,
  { roster, calendar, child, previous }: LetterContext,
  pact: Pact,
  now: Instant,
): Judgement {
  const isFamily = role === 'guardian' || role === 'supervisor'
  const known = { roster, calendar, previous, ...(isFamily ? { ownChild: child } : { toChild: child }) }
  const judged = judge(
    { role, kind: 'private', ...(matter && { title: matter }), body: words, audience: 'child', photos },
    known,
    pact,
    now,
  )
  const deflected = isFamily ? findElsewhere(judge, words, known, pact, now, ELSEWHERE) : []
  if (deflected.length === 0 || judged.verdict === 'refuse') return judged
  return { ...judged, verdict: 'deflect', reasons: [...deflected, ...judged.reasons] }
}
