// Decides which numbers of a register hold on a day: those a school set, and the usual ones where it set none.
import type { Day } from '../wire'
import type { Amount, Parameter, Register, Setting } from './types'

/** What a school set for a register, by the key of the parameter. */
export type Values = Readonly<Record<string, number | string>>

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const NOTHING: Readonly<Record<string, Parameter>> = {}

/** The setting that holds on a day; undefined: the register is off. The newest that had begun decides. */
export function settingOn(settings: readonly Setting[], register: string, day: Day): Setting | undefined {
  let newest: Setting | undefined
  for (const setting of settings) {
    if (setting.register !== register || setting.since > day) continue
    if (!newest || setting.since >= newest.since) newest = setting
  }
  return newest && (newest.until === undefined || day < newest.until) ? newest : undefined
}

/** Since when a register has been on without a break, whatever its numbers were; undefined: it is off on that day. */
export function keptSince(settings: readonly Setting[], register: string, day: Day): Day | undefined {
  const own = settings.filter((setting) => setting.register === register)
  let since = settingOn(own, register, day)?.since
  if (since === undefined) return undefined
  for (const setting of [...own].sort((one, other) => (one.since < other.since ? 1 : -1))) {
    if (setting.since < since && (setting.until === undefined || setting.until >= since)) since = setting.since
    else if (setting.since < since) break
  }
  return since
}

const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isClock = (value: unknown): value is string => typeof value === 'string' && CLOCK.test(value)
const isOfKind = ({ kind }: Parameter, value: unknown): value is number | string =>
  kind === 'number' ? isAmount(value) : isClock(value)

/** The numbers of a register. What was kept once counts, also where its bounds have moved since. */
export function valuesOf({ parameters = NOTHING }: Register, setting?: Pick<Setting, 'values'>) {
  const chosen = Object.entries(parameters).map(([key, parameter]) => {
    const value = setting && Object.prototype.hasOwnProperty.call(setting.values, key) ? setting.values[key] : undefined
    return [key, isOfKind(parameter, value) ? value : parameter.usual] as const
  })
  return Object.fromEntries(chosen)
}

/** A number, or what the parameter of that key is set to; nought where no parameter has that key. */
export function amountOf(amount: Amount, values: Values): number {
  if (typeof amount === 'number') return amount
  const value = Object.prototype.hasOwnProperty.call(values, amount) ? values[amount] : undefined
  return typeof value === 'number' ? value : 0
}

/** `16:30`, or what the parameter of that key is set to; the end of the day where there is none. */
export function clockOf(clock: string, values: Values): string {
  const value = Object.prototype.hasOwnProperty.call(values, clock) ? values[clock] : clock
  return isClock(value) ? value : '24:00'
}

/** Whether a school may set a parameter to this. */
export function fitsParameter(parameter: Parameter, value: number | string | undefined): boolean {
  if (parameter.kind === 'clock') {
    return isClock(value) && value >= parameter.earliest && value <= parameter.latest
  }
  return isAmount(value) && Number.isInteger(value) && value >= parameter.least && value <= parameter.most
}

/** The first value that the register does not take or that lies out of bounds; undefined: all are fine. */
export function misfitOfValues({ parameters = NOTHING }: Register, values: Values): string | undefined {
  const known = new Map(Object.entries(parameters))
  return Object.keys(values).find((key) => {
    const parameter = known.get(key)
    return !parameter || !fitsParameter(parameter, values[key])
  })
}
