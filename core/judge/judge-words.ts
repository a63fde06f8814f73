// Decides whether a name, a reason or a note may stand before somebody: by what no school may allow, whatever its pact.
import type { Role } from '../wire'
import { usualParams, type RuleId } from '../pact'
import { createJudge } from './judge'
import type { Reader } from './reader/reader'

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
