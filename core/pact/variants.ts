// Decides the choices a school has where the seeds disagree: each option is a few rules on or off (V1–V19, G21, P06).
import type { Pact, PactChanges } from './contract'
import type { RuleId } from './catalogue'
import { CARD_FORMATS } from '../family'
import { TIME_RULES } from './hours'
import { NOON_AND_LATE, rulesOf, type Rules } from './presets/preset'
import { usualParams } from './settings'
import type { Params } from './types'

export interface VariantOption {
  id: string
  /** Rules it switches on; parameters that are not named stay as they are. */
  on: Rules
  /** Rules it switches off. */
  off: readonly RuleId[]
}

const option = (id: string, on: Rules, ...off: RuleId[]): VariantOption => ({ id, on, off })
const hours = (id: string, on: Rules) => option(id, on, ...TIME_RULES.filter((rule) => !(rule in on)))

/** A ladder of three mutes; when an open case is the leaders' stays as usual (V13). */
const graded = (firstDays: number, secondDays: number, thirdDays: number): Rules => ({
  G04: { ...usualParams('G04'), firstDays, secondDays, thirdDays },
})

/** Variants whose rules the program keeps; options in the order of the page. */
export const VARIANTS = {
  V1: [
    hours('evening_20', rulesOf('T01', 'T02')),
    hours('evening_21', rulesOf('T03')),
    hours('noon_and_late', { T04: NOON_AND_LATE }),
    hours('six_to_23', rulesOf('T05')),
    hours('working_hours', rulesOf('T06')),
    hours('late_22', rulesOf('T07')),
  ],
  V2: [option('forbidden', { C20: {} }, 'C21'), option('allowed', { C21: {} }, 'C20')],
  V3: [option('forbid', { C18: { own: 'forbid' } }), option('allow', { C18: { own: 'allow' } })],
  V4: [option('private', { P04: {}, P05: {} }), option('encouraged', { P04: {} }, 'P05')],
  V6: [option('two', { M01: { seats: 2 } }), option('any', {}, 'M01')],
  V7: CARD_FORMATS.map((format) => option(format, { M09: { format } })),
  V9: [
    option('guardians', { G02: {} }, 'G01'),
    option('everyone', { G01: {}, G02: {} }),
    option('nobody', {}, 'G01', 'G02'),
  ],
  V10: [option('allow_list', { C12: {} }, 'C11'), option('none', { C11: {} }, 'C12'), option('any', {}, 'C11', 'C12')],
  V11: [option('permission', { C16: {} }, 'C17'), option('never', { C17: {} }, 'C16')],
  V13: [option('usual', rulesOf('G04')), option('short', graded(1, 3, 7)), option('long', graded(3, 14, 60))],
  V14: [
    option('three', { T12: { perWeek: 3 } }),
    option('five', { T12: { perWeek: 5 } }),
    option('ten', { T12: { perWeek: 10 } }),
    option('none', {}, 'T12'),
  ],
  V16: [
    option('opened', { C29: {} }, 'G19'),
    option('board', { C29: {}, G19: {} }),
    option('welcome', {}, 'C29', 'G19'),
  ],
  // How long a question may lie: both hold beside each other, the shorter one is what a school means.
  V18: [
    option('next_day', { T09: { hours: 24 } }, 'T11'),
    option('minutes', { T11: { minutes: 20 } }),
    option('free_time', { T10: {}, T09: { hours: 72 } }, 'T11'),
  ],
  // A child who falls ill or is hurt: what is done first (L06, L07).
  V19: [
    option('at_once', { L06: {}, L07: {} }),
    option('hospital', { L06: {} }, 'L07'),
    option('guardian', { L07: {} }, 'L06'),
  ],
  // Beside what the seeds disagree about: a rule that no rule set of ours begins with, and one of two words.
  G21: [option('to_leaders', {}, 'G21'), option('four_steps', { G21: {} })],
  P06: [option('forbid', { P06: { save: 'forbid' } }), option('allow', { P06: { save: 'allow' } })],
} as const satisfies Record<string, readonly VariantOption[]>

export type VariantId = keyof typeof VARIANTS
export const VARIANT_IDS = Object.keys(VARIANTS) as VariantId[]

const optionsOf = (variant: VariantId): readonly VariantOption[] => VARIANTS[variant]

const holds = (params: Params | undefined, wanted: Params) =>
  params !== undefined && Object.entries(wanted).every(([key, value]) => params[key] === value)

/** The option a pact has taken; undefined where its rules are none of ours, as some seeds' are. */
export function optionOf({ rules }: Pick<Pact, 'rules'>, variant: VariantId): string | undefined {
  return optionsOf(variant).find(
    ({ on, off }) =>
      Object.entries(on).every(([rule, params]) => holds(rules[rule], params)) && off.every((rule) => !(rule in rules)),
  )?.id
}

/** The changes that take one option; a rule that is on already keeps its other parameters. */
export function chooseOption({ rules }: Pick<Pact, 'rules'>, variant: VariantId, id: string): PactChanges['rules'] {
  const chosen = optionsOf(variant).find((candidate) => candidate.id === id)
  if (!chosen) return {}
  return {
    ...Object.fromEntries(chosen.off.map((rule) => [rule, null])),
    ...Object.fromEntries(Object.entries(chosen.on).map(([rule, params]) => [rule, { ...rules[rule], ...params }])),
  }
}
