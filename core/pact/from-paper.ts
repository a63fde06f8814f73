// Decides which pact a school's own paper makes: its rules and figures, gaps filled from the nearest rule set.
import type { PactChanges } from './contract'
import { RULES, isRuleId, type RuleId } from './catalogue'
import { TIME_RULES } from './hours'
import { PRESETS } from './presets'
import { boundsOf, settingsOf, usualParams } from './settings'
import { fitsBound } from './bounds'
import type { Params } from './types'

/** One rule that a line says, with the parameters it names. */
export interface SaidRule {
  id: RuleId
  params: Params
}

/** Of each a pact has one: what a paper says of the matter stands, and nothing else of it. */
const EITHER: readonly (readonly RuleId[])[] = [
  ['C20', 'C21'],
  ['C11', 'C12'],
  ['C16', 'C17'],
  ['L06', 'L07'],
  TIME_RULES,
]

const rulesOfPreset = (preset: string): Readonly<Record<string, Params>> =>
  PRESETS.find(({ id }) => id === preset)?.rules ?? {}

/** How much of two rule sets is the same, 0 to 1: rules, and the parameters that the paper names. */
function likeness(said: ReadonlyMap<RuleId, Params>, own: Readonly<Record<string, Params>>): number {
  let shared = 0
  for (const [id, named] of said) {
    const preset = own[id]
    if (!preset) continue
    const entries = Object.entries(named)
    const same = entries.filter(([key, value]) => JSON.stringify(preset[key]) === JSON.stringify(value)).length
    shared += entries.length === 0 ? 1 : (1 + same / entries.length) / 2
  }
  const all = new Set([...said.keys(), ...Object.keys(own)]).size
  return all === 0 ? 0 : shared / all
}

/**
 * The rule set that says most of what a paper says and least that it does not; the first of equals, ours before others'.
 * @param rules what the paper says
 */
export function nearestPreset(rules: readonly SaidRule[]): string {
  const said = new Map(rules.map(({ id, params }) => [id, params]))
  const [first, ...others] = PRESETS.map(({ id, rules: own }) => ({ id, likeness: likeness(said, own) }))
  return others.reduce((best, each) => (best && each.likeness <= best.likeness ? best : each), first)?.id ?? ''
}

/** Rules of a rule set that a paper does not speak of, in the catalogue's order: to be offered, with their source. */
export function gapsOf(rules: readonly { id: string }[], preset: string): RuleId[] {
  const said = new Set(rules.map(({ id }) => id))
  const spoken = (id: RuleId) =>
    said.has(id) || EITHER.some((group) => group.includes(id) && group.some((other) => said.has(other)))
  const offered = rulesOfPreset(preset)
  return (Object.keys(RULES) as RuleId[]).filter((id) => id in offered && !spoken(id))
}

/**
 * The changes that make the paper's pact, starting from a rule set.
 * @param rules what the paper says, as the principal has left it; of two lines for one rule the figures of both hold, the
 * later ones before the earlier
 * @param gaps rules of the rule set that come along; all others of it go
 */
export function changesOfPaper(
  rules: readonly SaidRule[],
  { preset, gaps }: { preset: string; gaps: readonly string[] },
): PactChanges {
  const base = rulesOfPreset(preset)
  const said = new Map<RuleId, Params>()
  for (const { id, params } of rules) said.set(id, { ...said.get(id), ...params })
  const kept = new Set<string>([...said.keys(), ...gaps])
  const changes: PactChanges['rules'] = {}
  for (const id of Object.keys(base)) if (!kept.has(id)) changes[id] = null
  for (const id of gaps) if (isRuleId(id) && !(id in base)) changes[id] = usualParams(id)
  for (const [id, params] of said) changes[id] = fillUp(id, params, base[id])
  return { preset, rules: changes }
}

/** Where a paper names one end of the break only, the other is that of S0-8, or there is no break that makes sense. */
const USUAL_BREAK = { noonFrom: '13:00', noonTo: '14:30' }

/** The figures a line names, the rest from the rule set or as usual; what no school may choose is as usual too. */
function fillUp(id: RuleId, named: Params, base: Params = {}): Params {
  const bounds = boundsOf(id)
  const fitting = Object.entries({ ...(id === 'T04' && USUAL_BREAK), ...base, ...named }).filter(([key, value]) => {
    const bound = bounds[key]
    return bound !== undefined && fitsBound(bound, value)
  })
  return closeBreak(settingsOf(id, Object.fromEntries(fitting)))
}

function closeBreak(settings: Params): Params {
  const { noonFrom, noonTo, ...rest } = settings
  if (noonFrom === undefined && noonTo === undefined) return rest
  const span = { noonFrom: noonFrom ?? USUAL_BREAK.noonFrom, noonTo: noonTo ?? USUAL_BREAK.noonTo }
  return String(span.noonFrom) <= String(span.noonTo) ? { ...rest, ...span } : rest
}
