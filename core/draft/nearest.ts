// Decides which rule set a paper comes nearest to, and what of it the paper does not speak of.
import { PRESETS, precedenceOf, type RuleId } from '../pact'
import type { DraftRule } from './types'

/** Hours: a paper has one set of them, whatever its preset calls it. */
const idsOf = (rules: object) => Object.keys(rules) as RuleId[]

/** How much of two rule sets is the same, 0 to 1, counted in rules and in the parameters that both state. */
function likeness(
  paper: readonly DraftRule[],
  rules: Readonly<Partial<Record<RuleId, Readonly<Record<string, unknown>>>>>,
): number {
  const said = new Map(paper.map((rule) => [rule.id, rule.params]))
  let shared = 0
  for (const [id, params] of said) {
    const preset = rules[id]
    if (!preset) continue
    const stated = Object.entries(params)
    const same = stated.filter(([key, value]) => JSON.stringify(preset[key]) === JSON.stringify(value)).length
    shared += stated.length === 0 ? 1 : 0.5 + (0.5 * same) / stated.length
  }
  const all = new Set([...said.keys(), ...idsOf(rules)]).size
  return all === 0 ? 0 : shared / all
}

/** The id of the rule set that says most of the same; among equals the first, one of our own. */
export function nearestPreset(rules: readonly DraftRule[]): string {
  const [first, ...others] = PRESETS.map(({ id, rules: preset }) => ({ id, likeness: likeness(rules, preset) }))
  return others.reduce((best, each) => (best && each.likeness <= best.likeness ? best : each), first)?.id ?? ''
}

/** Rules of a preset that a paper does not speak of, in the order of the catalogue; none of an unknown preset. */
export function gapsOf(rules: readonly DraftRule[], presetId: string): RuleId[] {
  const said = new Set(rules.map(({ id }) => id))
  const preset = PRESETS.find(({ id }) => id === presetId)
  return idsOf(preset?.rules ?? {})
    .filter((id) => !said.has(id))
    .sort((a, b) => precedenceOf(a) - precedenceOf(b))
}
