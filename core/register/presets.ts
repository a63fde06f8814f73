// Decides which registers a school can begin with, as sets: a few of ours, or all that one of the papers asks for.
import { changesTo, citing, ours, withNeeded, without, type RegisterChange, type RegisterSet } from './sets'
import { REGISTER_VARIANTS, REGISTER_VARIANT_IDS, type RegisterVariantOption } from './variants'

export interface RegisterPreset {
  id: string
  registers: RegisterSet
}

/** The plan of S4 wants six lessons a week and gives full marks for four: one log is enough, the one that gives marks. */
const OTHER_LOGS = REGISTER_VARIANTS.V20.filter(({ id }) => id === 'four').flatMap(({ off }) => off)

/** Our own are three each: whoever begins is not given sixty forms. */
export const REGISTER_PRESETS: readonly RegisterPreset[] = [
  { id: 'primary', registers: ours('contacts', 'class-log', 'parents-meeting') },
  { id: 'kindergarten', registers: ours('contacts', 'parents-meeting', 'safety-duties') },
  { id: 's3-1', registers: citing('S3', '篇1 ') },
  { id: 's3-3', registers: citing('S3', '篇3 ') },
  { id: 's4', registers: without(withNeeded(citing('S4', '方案 ')), OTHER_LOGS) },
]

const optionsIn = (set: RegisterSet): RegisterVariantOption[] =>
  REGISTER_VARIANT_IDS.flatMap((variant): readonly RegisterVariantOption[] => REGISTER_VARIANTS[variant]).filter(
    ({ on }) => Object.keys(on).length > 0 && Object.keys(on).every((register) => register in set),
  )

/** What switches a preset on, and off what it takes another option of; other registers stay as they are. */
export function presetChanges(id: string): RegisterChange[] {
  const registers = REGISTER_PRESETS.find((preset) => preset.id === id)?.registers ?? {}
  const others = new Set(optionsIn(registers).flatMap(({ off }) => off))
  return changesTo(
    registers,
    [...others].filter((register) => !(register in registers)),
  )
}
