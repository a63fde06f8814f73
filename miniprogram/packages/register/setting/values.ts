// Decides how the numbers of a register are set: one step up or down, typed, or a time of the day; never out of bounds.
import type { RegisterLine, SettingValue } from '@class-pact/core/contract'
import { sayBounds, valueWord } from '../../../domains/register/setting-words'
import { formatClock } from '../../../services/format'

/** As one types it. */
export type Filled = Readonly<Record<string, string>>

export interface ValueView {
  key: string
  kind: 'number' | 'clock'
  label: string
  /** 1到30次 */
  range: string
  value: string
  shown: string
  unit: string
  /** 平常4次: where it is not what it usually is. */
  usual: string
  earliest: string
  latest: string
}

export const fillValues = (values: readonly SettingValue[]): Filled =>
  Object.fromEntries(values.map(({ key, value }) => [key, String(value)]))

export function presentValues({ register, values }: RegisterLine, filled: Filled): ValueView[] {
  return values.map((each) => {
    const { key, usual, least, most, unit = '' } = each
    const kind = typeof usual === 'string' ? 'clock' : 'number'
    const value = filled[key] ?? String(each.value)
    const isUsual = value === String(usual)
    return {
      ...{ key, kind, value, unit },
      label: valueWord(register, key) ?? '数字',
      range: sayBounds(each),
      shown: kind === 'clock' ? formatClock(value) : value,
      usual: isUsual ? '' : `平常${kind === 'clock' ? formatClock(String(usual)) : `${usual}${unit}`}`,
      earliest: kind === 'clock' ? String(least) : '',
      latest: kind === 'clock' ? String(most) : '',
    }
  })
}

/** Points and money go in larger steps than times. */
function strideOf({ least, most }: SettingValue): number {
  const room = Number(most) - Number(least)
  if (room > 200) return 10
  return room > 50 ? 5 : 1
}

/** One step up or down; what is out of bounds is taken as the bound. */
export function stepValue(value: SettingValue, written: string, direction: 1 | -1): string {
  const [least, most] = [Number(value.least), Number(value.most)]
  const next = (Number(written) || 0) + direction * strideOf(value)
  return String(Math.min(most, Math.max(least, next)))
}

export type Reading =
  { ok: true; values: { key: string; value: number | string }[] } | { ok: false; key: string; sentence: string }

/** The numbers that were filled in; or the first that does not fit, and a sentence that names it. */
export function readValues({ register, values }: RegisterLine, filled: Filled): Reading {
  const read: { key: string; value: number | string }[] = []
  for (const each of values) {
    const { key, usual, least, most } = each
    const written = (filled[key] ?? '').trim()
    const value = typeof usual === 'string' ? written : /^\d{1,5}$/.test(written) ? Number(written) : NaN
    // Times of the day compare as they are written.
    const fits =
      typeof value === 'string' ? value >= least && value <= most : value >= Number(least) && value <= Number(most)
    if (!fits) {
      const label = valueWord(register, key) ?? '数字'
      return { ok: false, key, sentence: `“${label}”要填${sayBounds(each)}之间的整数。` }
    }
    read.push({ key, value })
  }
  return { ok: true, values: read }
}

export const isChanged = (values: readonly SettingValue[], filled: Filled): boolean =>
  values.some(({ key, value }) => filled[key] !== undefined && filled[key] !== String(value))
