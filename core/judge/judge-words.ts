// Decides whether a name, a reason or a note may stand before somebody: by what no school may allow, whatever its pact.
import type { Pact } from '../pact/contract'
import type { Instant, Reason, Role, SchoolCalendar, Verdict } from '../wire'
import { usualParams, type RuleId } from '../pact'
import { createJudge } from './judge'
import { findElsewhere } from './elsewhere'
import type { Reader } from './reader/reader'
import type { JudgeContext } from './types'

/** Indecency, superstition, gambling, insults, threats, adverts, red packets, votes, group buying, asking for money. */
const EVERYWHERE: readonly RuleId[] = ['C05', 'C06', 'C07', 'C08', 'C09', 'C10', 'C13', 'C14', 'C15', 'C36']
const LAW = {
  ...{ schoolId: '', version: 0, preset: '', effectiveFrom: '' },
  rules: Object.fromEntries(EVERYWHERE.map((id) => [id, usualParams(id)])),
}
const NOWHERE = { roster: [], calendar: { rest: [], school: [] } }

/** A few words are too short to be read as a whole: the rules alone decide. */
const readNothing: Reader = () => ({
  guess: 'unsure',
  score: 0,
  rule: 'C05',
  isHonestAt: () => false,
  isHonestThroughout: () => false,
  locate: () => ({ start: 0, end: 0 }),
})
const judge = createJudge(readNothing)

export interface JudgedWords {
  /** refuse: they do not stand; doubt: a person looks, or they wait unread. */
  says: 'pass' | 'doubt' | 'refuse'
  rule?: string
}

/**
 * Judges words that one person writes for another beside an act: they are read like a private letter (C04–C10, C13–C15, C36).
 * Pure; the place and the hour do not matter.
 */
export function judgeWords(text: string, role: Role): JudgedWords {
  const { verdict, reasons } = judge({ role, kind: 'private', body: text, audience: 'child' }, NOWHERE, LAW, 0)
  const rule = reasons[0]?.rule
  if (verdict === 'refuse' || verdict === 'deflect') return { says: 'refuse', rule }
  return verdict === 'hold' ? { says: 'doubt', rule } : { says: 'pass' }
}

/** What is in force where a family writes: the school's own pact, its days, and the names of the class. */
export interface Law {
  pact: Pact
  calendar: SchoolCalendar
  roster: JudgeContext['roster']
}

const DECISIVE: readonly Verdict[] = ['refuse', 'deflect', 'hold']

export interface JudgedNote extends JudgedWords {
  /** Why it is refused or waits; the deciding one first. */
  reasons: Reason[]
}

/**
 * Judges what a family writes beside a form or a signature, as its letter to the teacher would be (G02): the school's rules
 * and the names of the class count, the hour does not. Leave has its own form (L01). Pure.
 * @param ownChild a family may say what it likes about its own child
 */
export function judgeNote(text: string, ownChild: string, { pact, calendar, roster }: Law, now: Instant): JudgedNote {
  const known = { roster, calendar, ownChild }
  const post = { role: 'guardian', kind: 'private', body: text, audience: 'child' } as const
  const judged = judge(post, known, pact, now)
  const elsewhere = judged.verdict === 'refuse' ? [] : findElsewhere(judge, text, known, pact, now, ['L01'])
  // Nothing of it waits for an hour, and nobody warns somebody who has sent it.
  const reasons = [...elsewhere, ...judged.reasons].filter(({ verdict }) => DECISIVE.includes(verdict))
  const [first] = reasons
  if (first && ['refuse', 'deflect'].includes(first.verdict)) return { says: 'refuse', rule: first.rule, reasons }
  return judged.verdict === 'hold' ? { says: 'doubt', rule: first?.rule, reasons } : { says: 'pass', reasons }
}
