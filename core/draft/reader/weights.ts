// Decides how the weights of the reader are written down.
import type { RuleId } from '../../pact'

/** Signs for the classes, in their order. */
export const CLASS_SIGNS = '!#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~'
/** Signs for the weights, from the least to the greatest. */
export const WEIGHT_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+'
/** Signs of which numbers are made: of the first half, one ends a number; of the second, it goes on. */
export const NUMBER_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-'
/** Between the rows of two features. */
export const ROW_END = ' '

/** What a clause can be besides a rule; `hours`: any rule on hours. */
export type OtherClass = 'duty' | 'principle' | 'form' | 'none' | 'not_enforced' | 'unknown' | 'hours'

/** What speaks for a rule: what the reader scores, a wording, its words only, that something is told, another kind. */
export type Trust = Readonly<Record<'bias' | 'score' | 'wording' | 'topic' | 'told' | 'kind', number>>

/** What was learnt. */
export interface Learnt {
  /** What the weights were learnt from, as one number. */
  from: string
  classes: readonly (RuleId | OtherClass)[]
  step: number
  bias: readonly number[]
  /** A row per feature: how far it lies behind the one before, then a class and a weight in turn. */
  rows: string
  trust: Trust
  /** From how likely on a rule is proposed; others are by `LIKELY_LEAST`. */
  least: Readonly<Partial<Record<RuleId | 'hours', number>>>
}
