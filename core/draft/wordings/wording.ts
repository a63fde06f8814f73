// Decides how a wording is written down: the words of a rule, and how a clause must speak of them.
import type { RuleId } from '../../pact'
import type { Stance } from '../types'

/** One way in which papers say a rule. */
export interface Wording {
  id: RuleId
  /** The words, every place of them. */
  says: RegExp
  /** How the clause must speak of them. */
  stances: readonly Stance[]
  /** Words of the sentence without which it is not said. */
  needs?: RegExp
  /** Words of the sentence that make it say something else. */
  unless?: RegExp
}

type More = Pick<Wording, 'needs' | 'unless'>

/** A rule that forbids what the words name. */
export const forbids = (id: RuleId, says: RegExp, more: More = {}): Wording => ({ id, says, stances: ['no'], ...more })
/** A rule that allows or asks for what the words name. */
export const allows = (id: RuleId, says: RegExp, more: More = {}): Wording => ({
  id,
  says,
  stances: ['yes', 'plain'],
  ...more,
})
/** A rule whose words say it by themselves. */
export const states = (id: RuleId, says: RegExp, more: More = {}): Wording => ({
  ...{ id, says, stances: ['no', 'yes', 'plain'] },
  ...more,
})
