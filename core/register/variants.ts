// Decides the choices a school has where the papers disagree on registers: each option is a few on or off (V15–V20).
import { findRegister } from './catalogue'
import { changesTo, citing, keeping, named, type RegisterChange, type RegisterSet, type Values } from './sets'
import type { Setting } from './types'

export interface RegisterVariantOption {
  id: string
  /** Registers it switches on; numbers that are not named stay as they are. */
  on: RegisterSet
  /** Registers it switches off. */
  off: readonly string[]
}

/** Options of one choice: what an option has not, and another has, it switches off. */
function choice(options: Readonly<Record<string, RegisterSet>>): RegisterVariantOption[] {
  const all = new Set(Object.values(options).flatMap((on) => Object.keys(on)))
  return Object.entries(options).map(([id, on]) => ({ id, on, off: [...all].filter((register) => !(register in on)) }))
}

/** Options in the order of the page. */
export const REGISTER_VARIANTS = {
  // Contacts: at least four a month (S3 篇1), or a visit a month and half of the families a week on the phone (S3 篇3).
  V15: choice({
    monthly: named({ contacts: { times: 4 } }),
    visits_calls: named({ 'home-visits': { times: 1 }, 'family-calls': { percent: 50 } }),
  }),
  // Parents’ meetings: once a term (S3 篇1), at its beginning and end (S3 篇3), or as needed and layered (S2).
  V17: choice({
    once: named({ 'parents-meeting': {} }),
    both: named({ 'parents-meetings': {} }),
    layered: named({ 'layered-meetings': {} }),
  }),
  // Use of the equipment (S4): six lessons a week, four a week for full marks, or a share of the lessons.
  V20: choice({ six: keeping('E07'), four: keeping('E08'), share: citing('S4', '使用制度范例 三.11') }),
} as const satisfies Record<string, readonly RegisterVariantOption[]>

export type RegisterVariantId = keyof typeof REGISTER_VARIANTS
export const REGISTER_VARIANT_IDS = Object.keys(REGISTER_VARIANTS) as RegisterVariantId[]

const optionsOf = (variant: RegisterVariantId): readonly RegisterVariantOption[] => REGISTER_VARIANTS[variant]

const holds = (setting: Setting | undefined, wanted: Values) =>
  setting !== undefined &&
  Object.entries(wanted).every(
    ([key, value]) => (setting.values[key] ?? findRegister(setting.register)?.parameters?.[key]?.usual) === value,
  )

/** The option that a school's registers have taken, by what is switched on and not off again; undefined where none fits. */
export function variantOptionOf(settings: readonly Setting[], variant: RegisterVariantId): string | undefined {
  const on = new Map(settings.filter(({ until }) => until === undefined).map((setting) => [setting.register, setting]))
  return optionsOf(variant).find(
    (option) =>
      Object.entries(option.on).every(([register, values]) => holds(on.get(register), values)) &&
      option.off.every((register) => !on.has(register)),
  )?.id
}

/** The changes that take one option. */
export function variantChanges(variant: RegisterVariantId, id: string): RegisterChange[] {
  const chosen = optionsOf(variant).find((option) => option.id === id)
  return chosen ? changesTo(chosen.on, chosen.off) : []
}
