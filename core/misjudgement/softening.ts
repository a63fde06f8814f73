// Decides when so many told that a rule was wrong that it should only tell: a proposal, never more.
import { isSoft, maySoften } from '../pact'
import type { Pact } from '../pact/contract'
import type { MisjudgedRule } from './contract'

/** How long what was told counts, days: a term. */
export const COUNTED_DAYS = 120
/** Fewer are chance … */
const FEWEST = 5
/** … or one person's quarrel with a rule. */
const FEWEST_PEOPLE = 3

/** What was told of one rule, by so many people. */
export type Told = Omit<MisjudgedRule, 'proposed'>

/** The most told first; a rule about law and safety, or one that only tells already, is never proposed. */
export function weighTold(told: readonly Told[], pact: Pick<Pact, 'rules' | 'soft'>): MisjudgedRule[] {
  return told
    .map((each) => ({
      ...each,
      proposed:
        each.count >= FEWEST &&
        each.people >= FEWEST_PEOPLE &&
        each.rule in pact.rules &&
        maySoften(each.rule) &&
        !isSoft(pact, each.rule),
    }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
}
