// Decides which version of a pact is in force on a day, and what a new version is: the newest one plus changes (G15).
import type { Day, Instant } from '../wire'
import { isSoft, keepLines, maySoften, strayLine } from './citing'
import type { OwnPaper, Pact, PactChanges } from './contract'
import { RULES, isRuleId, type RuleId } from './catalogue'
import { addDays, beijingDay } from '../calendar'
import { misfitOf, settingsOf } from './settings'
import { PRESETS, createPact } from './presets'
/** Longest time between adopting a version and its first day, days: a school year. */
export const ADOPT_AHEAD_DAYS = 366

type Law = Pick<Pact, 'rules' | 'soft'>
type Dated = Pick<Pact, 'version' | 'effectiveFrom'>

/** Of the versions that have begun, the one adopted last; undefined before the first. */
export function pactInForce<Version extends Dated>(versions: readonly Version[], day: Day): Version | undefined {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .reduce<Version | undefined>((latest, each) => (latest && latest.version > each.version ? latest : each), undefined)
}

/** Versions still to come, the next first; one that a later one overtakes never begins. */
export function pactsToCome<Version extends Dated>(versions: readonly Version[], day: Day): Version[] {
  return versions
    .filter((each) => each.effectiveFrom > day && pactInForce(versions, each.effectiveFrom) === each)
    .sort((a, b) => a.version - b.version)
}

/** How long members are told of a version that has begun, days. */
const NEWS_DAYS = 7

/** What members are told: the next version to come, else the one in force while it is new; a school's first is no news. */
export function pactNews<Version extends Dated>(versions: readonly Version[], day: Day): Version | undefined {
  const [next] = pactsToCome(versions, day)
  const current = next ?? pactInForce(versions, day)
  if (!current || current.version === 1) return undefined
  return addDays(current.effectiveFrom, NEWS_DAYS) > day ? current : undefined
}

const saysSame = (before: Pick<Pact, 'rules'>, after: Pick<Pact, 'rules'>, id: RuleId) => {
  const settings = ({ rules }: Pick<Pact, 'rules'>) => JSON.stringify(sortKeys(settingsOf(id, rules[id] ?? {})))
  return id in before.rules && id in after.rules && settings(before) === settings(after)
}

export interface RulesChange {
  /** On in the later version only. */
  added: RuleId[]
  /** On in the earlier version only. */
  dropped: RuleId[]
  /** On in both, with other parameters, or one of them only tells. */
  changed: RuleId[]
}

/** What a version changes in another, rule by rule, in the catalogue's order; rules we do not know are left out. */
export function compareRules(before: Law, after: Law): RulesChange {
  const ids = (Object.keys(RULES) as RuleId[]).filter((id) => id in before.rules || id in after.rules)
  const differs = (id: RuleId) => !saysSame(before, after, id) || isSoft(before, id) !== isSoft(after, id)
  return {
    added: ids.filter((id) => !(id in before.rules)),
    dropped: ids.filter((id) => !(id in after.rules)),
    changed: ids.filter((id) => id in before.rules && id in after.rules && differs(id)),
  }
}

/** A version begins on a day that nobody has lived under the old one: tomorrow at the earliest. */
export function earliestEffective(now: Instant): Day {
  return addDays(beijingDay(now), 1)
}

/** Whether a version adopted now may begin on this day. */
export function mayTakeEffect(day: Day, now: Instant): boolean {
  return day >= earliestEffective(now) && day <= addDays(beijingDay(now), ADOPT_AHEAD_DAYS)
}

export type Revision = { ok: true; pact: Pact } | { ok: false; field: string }

/**
 * The version after `base`. Rules of `base` that are not named stay, also those this program does not know; so do the
 * lines of the school's paper whose rules say the same as before, unless another paper takes its place.
 * Errors: `field` names the preset, rule or parameter that does not exist or lies out of bounds, or a line without its rule.
 */
export function revisePact(base: Pact, changes: PactChanges, effectiveFrom: Day, paper?: OwnPaper): Revision {
  const { schoolId } = base
  const version = base.version + 1
  const preset = changes.preset ?? base.preset
  if (changes.preset !== undefined && !PRESETS.some(({ id }) => id === preset)) return { ok: false, field: 'preset' }
  const start = changes.preset === undefined ? base : createPact(schoolId, version, preset, effectiveFrom)
  const rules = new Map(Object.entries({ ...start?.rules }))
  for (const [rule, params] of Object.entries(changes.rules)) {
    if (!isRuleId(rule)) return { ok: false, field: `rules.${rule}` }
    const misfit = params && misfitOf(rule, params)
    if (misfit) return { ok: false, field: `rules.${rule}.${misfit}` }
    if (params) rules.set(rule, params)
    else rules.delete(rule)
  }
  const revised = { rules: Object.fromEntries(rules) }
  const hardened = Object.entries(changes.soft ?? {}).find(([rule, isOn]) => isOn && !maySoften(rule))
  if (hardened) return { ok: false, field: `soft.${hardened[0]}` }
  const stray = paper && strayLine(paper, revised.rules)
  if (stray !== undefined) return { ok: false, field: `own.lines.${stray}` }
  const own = paper ?? keepLines(base.own, (rule) => isRuleId(rule) && saysSame(base, revised, rule))
  const soft = softAfter(base, changes, revised)
  const parts = { ...(own && { own }), ...(soft.length > 0 && { soft }) }
  return { ok: true, pact: { schoolId, version, preset, effectiveFrom, ...revised, ...parts } }
}

/** Rules that only tell: those of before and the new ones, as long as they are on. */
function softAfter(base: Pact, { soft = {} }: PactChanges, { rules }: Pick<Pact, 'rules'>): RuleId[] {
  return (Object.keys(RULES) as RuleId[]).filter((id) => id in rules && (soft[id] ?? isSoft(base, id)))
}

/** Whether two versions say the same in the same words, in whatever order their rules stand. */
export function hasSameRules(one: Pact, other: Pact): boolean {
  const said = ({ preset, rules, own, soft }: Pact) => JSON.stringify(sortKeys({ preset, rules, own, soft }))
  return said(one) === said(other)
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => [key, sortKeys(field)])
}
