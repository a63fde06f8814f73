// Decides which parameters a rule takes and how far a school may move them; what is not listed here cannot be set.
import { limits } from '../contract'
import type { RuleId } from './catalogue'
import { CARD_FORMATS } from './neighbours'
import type { Params } from './types'

/** Clock times are compared as text: `HH:MM` sorts as time does. */
type Bound =
  | { kind: 'number'; least: number; most: number; whole: boolean }
  | { kind: 'clock'; earliest: string; latest: string }
  | { kind: 'word'; words: readonly string[] }
  | { kind: 'hosts'; most: number }

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const HOST = /^(?=.{4,80}$)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/

const whole = (least: number, most: number): Bound => ({ kind: 'number', least, most, whole: true })
const clock = (earliest: string, latest: string): Bound => ({ kind: 'clock', earliest, latest })
const word = (...words: string[]): Bound => ({ kind: 'word', words })

/** An evening begins in the afternoon at the earliest and ends in the morning: a night is never open (V1). */
const night = { from: clock('16:00', '23:59'), to: clock('05:00', '09:00') }
/** The break ends when or after it begins, whatever is chosen. */
const noon = { noonFrom: clock('11:00', '13:30'), noonTo: clock('13:30', '15:30') }
const times = whole(2, 10)
const withinMinutes = whole(1, 1440)

const PARAMETERS: Partial<Record<RuleId, Record<string, Bound>>> = {
  M01: { seats: whole(1, 6) },
  M09: { format: word(...CARD_FORMATS) },
  C01: { times },
  C02: { times, withinMinutes },
  C03: { perMinute: whole(1, 60) },
  C12: { hosts: { kind: 'hosts', most: 50 } },
  C18: { own: word('allow', 'forbid') },
  C30: { most: whole(0, 50) },
  P01: { share: { kind: 'number', least: 0, most: 1, whole: false } },
  P03: { perWeek: whole(0, 50) },
  T01: { ...night, ...noon },
  T02: { ...night, ...noon },
  T03: { ...night, ...noon },
  T04: { ...night, ...noon },
  T05: { ...night, ...noon },
  T06: { ...night, ...noon },
  T07: { ...night, ...noon },
  T12: { perWeek: whole(1, 50) },
  N03: { longest: whole(50, limits.BODY_MAX), withinMinutes },
  N09: { afterSchool: clock('11:00', '18:00') },
  G04: {
    firstDays: whole(1, 7),
    secondDays: whole(1, 30),
    thirdDays: whole(1, 90),
    leadersAfterDays: whole(1, 30),
  },
}

function fits(bound: Bound, value: unknown): boolean {
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
      return Array.isArray(value) && value.length <= bound.most && value.every((host) => HOST.test(String(host)))
  }
}

/** The first parameter that the rule does not take or that lies out of bounds; undefined: all are fine. */
export function misfitOf(rule: RuleId, params: Params): string | undefined {
  const bounds = new Map(Object.entries(PARAMETERS[rule] ?? {}))
  return Object.keys(params).find((key) => {
    const bound = bounds.get(key)
    return !bound || !fits(bound, params[key])
  })
}
