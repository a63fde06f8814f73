// Decides which parameters of a rule hold: those a pact says, and the usual ones where it names none or none that fits.
import { RULES, type Catalogue, type RuleId } from './catalogue'
import { fitsBound, readBound, type Bounds, type ValueOf } from './bounds'
import type { Params } from './types'

type ParametersOf<Id extends RuleId> = Catalogue[Id] extends { parameters: infer Parameters }
  ? Parameters
  : Record<never, never>

/** The parameters of a rule as it gets them: every one there, of its kind. */
export type Settings<Id extends RuleId> = {
  readonly [Key in keyof ParametersOf<Id>]: ValueOf<ParametersOf<Id>[Key]>
}

const NONE: Bounds = {}
const NOTHING_SET: Params = {}

/** The parameters a rule takes, in the order they are shown; none for a rule without. */
export function boundsOf(rule: RuleId): Bounds {
  return RULES[rule].parameters ?? NONE
}

/** The parameters of a rule as a page shows them and a reason cites them: what a school may not choose reads as usual. */
export function settingsOf<Id extends RuleId>(rule: Id, params: Params): Params & Settings<Id> {
  const chosen = Object.entries(boundsOf(rule)).map(([key, bound]) => {
    const value = Object.prototype.hasOwnProperty.call(params, key) ? params[key] : undefined
    return [key, fitsBound(bound, value) ? value : bound.usual] as const
  })
  return Object.fromEntries(chosen.filter(([, value]) => value !== undefined)) as Params & Settings<Id>
}

/** The parameters of a rule as it is kept: what a stored pact says counts, also where no school may choose it any more. */
export function readSettings<Id extends RuleId>(rule: Id, params: Params): Settings<Id> {
  const bounds = boundsOf(rule)
  // Asked for every rule of every post: most rules take none.
  if (bounds === NONE) return NOTHING_SET as Settings<Id>
  const settings: Params = {}
  for (const key in bounds) {
    const bound = bounds[key]
    if (bound) settings[key] = readBound(bound, params[key])
  }
  return settings as Settings<Id>
}

/** The usual parameters of a rule, as a pact stores them. */
export const usualParams = (rule: RuleId): Params => settingsOf(rule, {})

/** The first parameter that the rule does not take or that lies out of bounds; undefined: all are fine. */
export function misfitOf(rule: RuleId, params: Params): string | undefined {
  const bounds = new Map(Object.entries(boundsOf(rule)))
  const misfit = Object.keys(params).find((key) => {
    const bound = bounds.get(key)
    return !bound || !fitsBound(bound, params[key])
  })
  return misfit ?? halfBreakOf(params)
}

/** A noon break has two ends: the end that is missing. */
function halfBreakOf({ noonFrom, noonTo }: Params): string | undefined {
  if (noonFrom !== undefined && noonTo === undefined) return 'noonTo'
  return noonTo !== undefined && noonFrom === undefined ? 'noonFrom' : undefined
}
