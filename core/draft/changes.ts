// Decides what a paper changes in a pact: its rules with what it states, on top of a rule set to start from.
import { boundsOf, PRESETS, TIME_RULES, usualParams, type Params, type RuleId } from '../pact'
import type { PactChanges } from '../pact/contract'
import { EITHER_OR } from './against'
import type { Clause } from './types'

/** A break that begins and whose end nobody named lasts so long, as in the seed (S0-8). */
const USUAL_BREAK = { noonFrom: '13:00', noonTo: '14:30' } as const

/**
 * The changes that make a pact of a paper. Of two clauses on one rule the later one wins; a clause that another still
 * contradicts says nothing, until somebody has decided. With `preset` the pact starts from it, and rules of it that the
 * paper says the opposite of are switched off.
 */
export function changesOf(clauses: readonly Clause[], preset?: string): PactChanges {
  const stated = new Map<RuleId, Params>()
  for (const { kind, rules, against } of clauses) {
    if (kind !== 'rule' || (against && against.length > 0)) continue
    for (const { id, params } of rules) {
      const known = stated.get(id)
      stated.delete(id)
      stated.set(id, { ...known, ...params })
    }
  }
  const base = PRESETS.find(({ id }) => id === preset)?.rules ?? {}
  const rules: PactChanges['rules'] = {}
  for (const id of opposedBy(stated)) if (id in base) rules[id] = null
  for (const [id, params] of stated) rules[id] = completed({ ...usualParams(id), ...base[id], ...params }, id)
  return { ...(preset === undefined ? {} : { preset }), rules }
}

/** Rules of a preset that do not stand beside what a paper says: the other of two, other hours. */
function opposedBy(stated: ReadonlyMap<RuleId, Params>): RuleId[] {
  const other = EITHER_OR.flatMap(([one, two]) => [
    ...(stated.has(one) && !stated.has(two) ? [two] : []),
    ...(stated.has(two) && !stated.has(one) ? [one] : []),
  ])
  const hours = TIME_RULES.filter((id) => stated.has(id))
  return [...other, ...(hours.length > 0 ? TIME_RULES.filter((id) => !stated.has(id)) : [])]
}

/** A break has two ends; the one that a paper does not name is the usual one, in the right order. */
function completed(params: Params, id: RuleId): Params {
  if (!('noonFrom' in boundsOf(id))) return params
  const { noonFrom, noonTo } = params
  if (noonFrom === undefined && noonTo === undefined) return params
  return { ...params, noonFrom: noonFrom ?? USUAL_BREAK.noonFrom, noonTo: noonTo ?? USUAL_BREAK.noonTo }
}
