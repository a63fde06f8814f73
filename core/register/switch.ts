// Decides how a school's settings change: a register goes on today, off today, or gets other numbers from today on.
import type { Day } from '../wire'
import { fitsParameter } from './settings'
import type { Parameter, Register, Setting } from './types'

/** Settings kept of one register: a school changes its numbers a few times a year, and nothing is due further back. */
export const SETTINGS_KEPT = 12

/** What a phone asks for one register; without `values` its numbers stay. */
export interface Switch {
  register: string
  on: boolean
  values?: readonly { key: string; value: number | string }[]
}

/** The setting that holds and has not ended; undefined: off. */
export const standingSetting = (settings: readonly Setting[], register: string): Setting | undefined =>
  settings.filter((each) => each.register === register && each.until === undefined).pop()

/**
 * What of a change does not fit: the path within it, `register` or `values.0.value`; undefined: nothing.
 * @param register undefined: there is none of this id
 */
export function misfitOfSwitch(register: Register | undefined, { on, values = [] }: Switch): string | undefined {
  if (!register) return 'register'
  if (!on) return undefined
  for (const [at, { key, value }] of values.entries()) {
    const parameter = ownOf(register.parameters, key)
    if (!parameter || values.findIndex((each) => each.key === key) < at) return `values.${at}.key`
    if (!fitsParameter(parameter, value)) return `values.${at}.value`
  }
  return undefined
}

/** Only a key that stands there: `constructor` is none. */
const ownOf = (parameters: Register['parameters'] = {}, key: string): Parameter | undefined =>
  Object.prototype.hasOwnProperty.call(parameters, key) ? parameters[key] : undefined

/**
 * The settings after a change that fits; the same list where it changes nothing. A register that goes off and on again on
 * one day was never off.
 */
export function switchRegister(
  settings: readonly Setting[],
  { register: id, on, values }: Switch,
  { parameters = {} }: Register,
  today: Day,
): readonly Setting[] {
  const standing = standingSetting(settings, id)
  const without = (gone: Setting | undefined) => settings.filter((each) => each !== gone)
  if (!on) {
    return standing ? settings.map((each) => (each === standing ? { ...each, until: today } : each)) : settings
  }
  const last = standing ?? settings.filter((each) => each.register === id).pop()
  // A number as usual is not kept: it follows the catalogue.
  const wanted = values
    ? Object.fromEntries(
        values.flatMap(({ key, value }) => (parameters[key]?.usual === value ? [] : [[key, value] as const])),
      )
    : (last?.values ?? {})
  const isSame = last !== undefined && hasSameValues(last.values, wanted)
  if (standing && isSame) return settings
  if (!last || (last.until !== undefined && last.until < today))
    return bounded([...settings, { register: id, since: today, values: wanted }], id)
  // It holds, or has ended today: whatever began today is replaced, the rest ends today.
  if (isSame || last.since === today) {
    const since = last.since
    return [...without(last), { register: id, since, values: wanted }]
  }
  const ended = { ...last, until: today }
  return bounded([...without(last), ended, { register: id, since: today, values: wanted }], id)
}

function hasSameValues(one: Setting['values'], other: Setting['values']): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}

/** The oldest goes; where the next followed without a pause, that one takes over its days. */
function bounded(settings: readonly Setting[], id: string): readonly Setting[] {
  const [oldest, next, ...others] = settings.filter(({ register }) => register === id)
  if (!oldest || !next || others.length + 2 <= SETTINGS_KEPT) return settings
  const joined = oldest.until === next.since ? { ...next, since: oldest.since } : next
  return settings.flatMap((each) => (each === oldest ? [] : each === next ? [joined] : [each]))
}
