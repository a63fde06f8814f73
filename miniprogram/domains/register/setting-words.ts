// Decides the Chinese for what a school sets of its registers: sets to begin from, variants, and the numbers.
import type { SettingValue } from '@class-pact/core/contract'

/** Sets of registers, by the paper or the kind of school they come from. */
export const PRESET_WORDS: Readonly<Record<string, string>> = {
  primary: '小学常用3本',
  kindergarten: '幼儿园',
  's3-1': '家校联系制度（一）',
  's3-3': '家校联系制度（三）',
  's4-plan': '班班通方案',
}

export interface RegisterVariantWords {
  title: string
  note?: string
  options: Readonly<Record<string, string>>
  /** The safest of them. */
  suggested?: string
}

/** Where the schools' own papers disagree (V15 V17 V20). */
export const VARIANT_WORDS: Readonly<Record<string, RegisterVariantWords>> = {}

/** What a number means; one register may use a word of its own. */
const VALUE_WORDS: Readonly<Record<string, string>> = {
  times: '至少几次',
  before: '几点前填好',
}

/** The label of one number of a register. */
export const valueWord = (register: string, key: string): string | undefined =>
  VALUE_WORDS[`${register}.${key}`] ?? VALUE_WORDS[key]

/** 1到30次; a time of the day as it stands. */
export const sayBounds = ({ least, most, unit = '' }: SettingValue): string => `${least}到${most}${unit}`
