// Decides which function looks for breaches of which rule; rules without one are kept by the ways of working.
import { TIME_RULES, type RuleId, type TimeRule } from '../../pact'
import type { JudgeRule } from '../finding'
import * as byFacts from './by-facts'
import * as byMeaning from './by-meaning'
import { judgeHours } from './time'

/** A rule's function by the rule's id; it gets the parameters of that rule and no other. */
export type Judges = { readonly [Id in RuleId]?: JudgeRule<Id> }

/** Keeps a misspelt id from compiling: a name that is no rule's would have to be nothing at all. */
const keyed = <Named extends Judges>(named: Named & Record<Exclude<keyof Named, RuleId>, never>): Judges => ({
  ...named,
})

const hours = Object.fromEntries(TIME_RULES.map((rule) => [rule, judgeHours(rule)])) as Record<TimeRule, JudgeRule>

export const JUDGES: Judges = { ...hours, ...keyed(byFacts), ...keyed(byMeaning) }

/** Rules whose breach lies in what is meant. */
export const ABOUT_MEANING: ReadonlySet<RuleId> = new Set(Object.keys(byMeaning) as RuleId[])
