// Decides how the weights of the reader are written down.
import type { RuleId } from '../../pact'

/** What was learnt: a line per run, its characters, then a class and a weight in turn. */
export interface Learnt {
  /** The rules, after the class of clauses that state none. */
  classes: readonly RuleId[]
  step: number
  bias: string
  runs: string
}
