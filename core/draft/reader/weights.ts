// Decides how the weights of the reader are written down.
import type { RuleId } from '../../pact'

/** Signs for the classes, in their order, and for the weights, from the least to the greatest. */
export const CLASS_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-*/=_~^:'
export const WEIGHT_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+'

/** What was learnt: a line per run, its characters, then a class and a weight in turn. */
export interface Learnt {
  /** The rules, after the class of clauses that state none. */
  classes: readonly RuleId[]
  step: number
  bias: string
  runs: string
}
