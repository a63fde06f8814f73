// Decides how a rule set is written down: the rules it has, and parameters only where they are not the usual ones.
import { isRuleId, type RuleId } from '../catalogue'
import { usualParams } from '../settings'
import type { Params } from '../types'

/** Rules that are on, with their parameters. */
export type Rules = Partial<Record<RuleId, Params>>

/** A named rule set. `seed`: where it was taken from; ours have none. */
export interface Preset {
  id: string
  title: string
  seed?: string
  rules: Rules
}

/**
 * Rules in this order: one that is only named has its usual parameters. `{ G04: {} }` is on without saying any: the
 * paper names none, so none is written into the school's pact.
 */
export function rulesOf(...rules: readonly (RuleId | Rules)[]): Rules {
  const named = rules.map((rule) => (typeof rule === 'string' ? { [rule]: usualParams(rule) } : rule))
  return Object.assign({}, ...named) as Rules
}

/** All of these rules but some. */
export const without = (rules: Rules, ...ids: RuleId[]): Rules =>
  Object.fromEntries(Object.entries(rules).filter(([id]) => !isRuleId(id) || !ids.includes(id)))

/** Quiet over noon and late in the evening (S0-8); the end of the break is ours. */
export const NOON_AND_LATE: Params = { ...usualParams('T04'), noonFrom: '13:00', noonTo: '14:30' }
