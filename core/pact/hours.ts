// Decides when a pact is quiet, for whom, and when it opens again; times are Beijing time, intervals are half open.
import {
  addDays,
  beijingClock,
  beijingDay,
  dayKind,
  instantOf,
  mayBeSchoolDay,
  minutesOf,
  nextSchoolDay,
} from '../calendar'
import type { Instant, Role, SchoolCalendar } from '../wire'
import type { Pact } from './contract'
import { readSettings } from './settings'
import type { PostKind } from './types'
export const TIME_RULES = ['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07'] as const
export type TimeRule = (typeof TIME_RULES)[number]

/** Quiet from `from` up to, not including, `to`; over midnight where `from` is later than `to`. */
export interface QuietSpan {
  rule: TimeRule
  from: string
  to: string
  /** Rest days are quiet all day too. */
  restDays: boolean
}

/** Jumps from one quiet span's end to the next; a day has at most a few, a holiday is one jump. */
const JUMPS_MOST = 500

const isGuardian = (role: Role) => role === 'guardian' || role === 'supervisor'

/** T01 is for staff, T02 for guardians, the others are for everybody; a leave may be asked for at any hour. */
function appliesTo(rule: TimeRule, role: Role, kind: PostKind): boolean {
  if (kind === 'leave') return false
  if (rule === 'T01') return !isGuardian(role)
  if (rule === 'T02') return isGuardian(role)
  return true
}

/** The quiet hours of one role and kind of post. */
export function quietHours(role: Role, kind: PostKind, pact: Pact): QuietSpan[] {
  return TIME_RULES.flatMap((rule): QuietSpan[] => {
    const params = pact.rules[rule]
    if (!params || !appliesTo(rule, role, kind)) return []
    const { from, to, noonFrom, noonTo } = readSettings(rule, params)
    const night = { rule, from, to, restDays: rule === 'T06' }
    return noonFrom && noonTo ? [night, { rule, from: noonFrom, to: noonTo, restDays: false }] : [night]
  })
}

/** Beijing's day and minute of one instant: worked out once, asked for often. */
interface Moment {
  day: string
  minute: number
}
const momentOf = (now: Instant): Moment => ({ day: beijingDay(now), minute: minutesOf(beijingClock(now)) })

/** When this span, quiet now, ends; undefined if it is not quiet now. */
function endOf(span: QuietSpan, { day, minute }: Moment, calendar: SchoolCalendar): Instant | undefined {
  if (span.restDays && !mayBeSchoolDay(day, calendar)) return instantOf(nextSchoolDay(day, calendar), '00:00')
  const from = minutesOf(span.from)
  const to = minutesOf(span.to)
  if (from < to) return minute >= from && minute < to ? instantOf(day, span.to) : undefined
  if (from === to) return undefined
  if (minute >= from) return instantOf(addDays(day, 1), span.to)
  return minute < to ? instantOf(day, span.to) : undefined
}

/** The rules that make this moment quiet; empty when the class is open. */
export function quietRules(now: Instant, role: Role, kind: PostKind, pact: Pact, calendar: SchoolCalendar): TimeRule[] {
  const spans = quietHours(role, kind, pact)
  if (spans.length === 0 || !isInstant(now)) return []
  const moment = momentOf(now)
  return [...new Set(spans.filter((span) => endOf(span, moment, calendar) !== undefined).map((span) => span.rule))]
}

/** The first moment from `now` on that no rule makes quiet. */
export function nextOpening(
  now: Instant,
  role: Role,
  pact: Pact,
  calendar: SchoolCalendar,
  kind: PostKind = 'notice',
): Instant {
  const spans = quietHours(role, kind, pact)
  let at = now
  for (let jump = 0; jump < JUMPS_MOST && isInstant(at); jump++) {
    const moment = momentOf(at)
    const ends = spans.flatMap((span) => endOf(span, moment, calendar) ?? [])
    const end = Math.max(...ends)
    if (ends.length === 0 || end <= at) return at
    at = end
  }
  return at
}

/** Whether the pact counts rest days and nobody knows yet whether this is one. */
export function isUnknownDay(now: Instant, pact: Pact, calendar: SchoolCalendar): boolean {
  return pact.rules.T06 !== undefined && isInstant(now) && dayKind(beijingDay(now), calendar) === 'unknown'
}

/** 1970 up to the year 9999, which `YYYY-MM-DD` can write; the pact is asked about any number. */
const isInstant = (now: Instant) => now >= 0 && now < Date.UTC(9999, 0)
