// Decides which parameters a rule takes, what they are unless a pact says otherwise, and how far a school may move them.
import { limits } from '../wire'
import type { RuleId } from './catalogue'
import { USUAL_HOURS, type TimeRule } from './hours'
import { CARD_FORMATS } from '../family'
import type { Params } from './types'
/**
 * What one parameter can be, and `usual`: its value where a pact names none. Clock times are compared as text: `HH:MM`
 * sorts as time does; a clock without a usual value may be missing, as a noon break may.
 */
export type Bound =
  | { kind: 'number'; least: number; most: number; whole: boolean; usual: number }
  | { kind: 'clock'; earliest: string; latest: string; usual?: string }
  | { kind: 'word'; words: readonly string[]; usual: string }
  | { kind: 'hosts'; most: number; usual: readonly string[] }
type Bounds = Readonly<Record<string, Bound>>

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const HOST = /^(?=.{4,80}$)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/
/** Hosts of one school's list; a longer one is no list that anybody reads. */
const HOSTS_MOST = 50

const whole = (least: number, most: number, usual: number): Bound => ({
  ...{ kind: 'number', least, most, whole: true, usual },
})
const clock = (earliest: string, latest: string, usual?: string): Bound => ({
  ...{ kind: 'clock', earliest, latest },
  ...(usual !== undefined && { usual }),
})
const word = (words: readonly string[], usual: string): Bound => ({ kind: 'word', words, usual })

/** An evening begins in the afternoon at the earliest and ends in the morning: a night is never open (V1). */
const hours = (rule: TimeRule): Bounds => ({
  from: clock('16:00', '23:59', USUAL_HOURS[rule].from),
  to: clock('05:00', '09:00', USUAL_HOURS[rule].to),
  // The break ends when or after it begins, whatever is chosen.
  noonFrom: clock('11:00', '13:30'),
  noonTo: clock('13:30', '15:30'),
})

/** A rule that is not listed takes none. */
const PARAMETERS: Partial<Record<RuleId, Bounds>> = {
  M01: { seats: whole(1, 6, 2) },
  M09: { format: word(CARD_FORMATS, 'child_relation') },
  C01: { times: whole(2, 10, 3) },
  C02: { times: whole(2, 10, 3), withinMinutes: whole(1, 1440, 10) },
  C03: { perMinute: whole(1, 60, 5) },
  C12: { hosts: { kind: 'hosts', most: HOSTS_MOST, usual: [] } },
  C18: { own: word(['allow', 'forbid'], 'forbid') },
  C30: { most: whole(0, 50, 5) },
  P01: { share: { kind: 'number', least: 0, most: 1, whole: false, usual: 0.5 } },
  P03: { perWeek: whole(0, 50, 0) },
  T01: hours('T01'),
  T02: hours('T02'),
  T03: hours('T03'),
  T04: hours('T04'),
  T05: hours('T05'),
  T06: hours('T06'),
  T07: hours('T07'),
  T12: { perWeek: whole(1, 50, 5) },
  N03: { longest: whole(50, limits.BODY_MAX, 500), withinMinutes: whole(1, 1440, 120) },
  N09: { afterSchool: clock('11:00', '18:00', '16:00') },
  L14: { lateDays: whole(0, 30, 3) },
  G04: {
    firstDays: whole(1, 7, 1),
    secondDays: whole(1, 30, 7),
    thirdDays: whole(1, 90, 30),
    leadersAfterDays: whole(1, 30, 7),
  },
}

/** The parameters a rule takes, in the order they are shown; none for a rule without. */
export function boundsOf(rule: RuleId): Bounds {
  return PARAMETERS[rule] ?? {}
}

/** Whether a value is one that a school may choose. */
export function fitsBound(bound: Bound, value: unknown): boolean {
  switch (bound.kind) {
    case 'number':
      return (
        typeof value === 'number' &&
        value >= bound.least &&
        value <= bound.most &&
        (!bound.whole || Number.isInteger(value))
      )
    case 'clock':
      return typeof value === 'string' && CLOCK.test(value) && value >= bound.earliest && value <= bound.latest
    case 'word':
      return typeof value === 'string' && bound.words.includes(value)
    case 'hosts':
      return Array.isArray(value) && value.length <= bound.most && value.every(isHost)
  }
}

/** Whether this is a host a school may accept: a name with a dot, in small letters, nothing before or behind it. */
export function isHost(value: unknown): boolean {
  return typeof value === 'string' && HOST.test(value)
}

/** The parameters that hold: the pact's, and the usual ones where it names none or none that fits. */
export function settingsOf(rule: RuleId, params: Params): Params {
  const chosen = Object.entries(boundsOf(rule)).map(([key, bound]) => {
    const value = Object.prototype.hasOwnProperty.call(params, key) ? params[key] : undefined
    return [key, fitsBound(bound, value) ? value : bound.usual] as const
  })
  return Object.fromEntries(chosen.filter(([, value]) => value !== undefined))
}

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
