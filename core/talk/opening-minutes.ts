// Decides how many minutes between two moments a school was open: nights and rest days do not count (T10).
import { addDays, beijingDay, instantOf, minutesOf } from '../calendar'
import { quietHours, quietRules } from '../pact'
import type { Day, Instant } from '../wire'
import type { Rules } from './rise'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const MINUTES_A_DAY = 1_440
/** Days that are counted, a quarter of a year: who waits longer than that waits too long in any case. */
const DAYS_MOST = 92

interface Span {
  from: Instant
  to: Instant
}

export type CountOpen = (since: Instant, until: Instant) => number

/** Counts opening minutes under one pact; every day is worked out once, however many letters are counted. */
export function countOpenMinutes(rules: Rules): CountOpen {
  const days = new Map<Day, Span[]>()
  const openOn = (day: Day): Span[] => {
    const known = days.get(day) ?? openSpans(day, rules)
    days.set(day, known)
    return known
  }
  return (since, until) => {
    let open = 0
    let day = beijingDay(since)
    for (let counted = 0; counted < DAYS_MOST && instantOf(day, '00:00') < until; counted++) {
      for (const { from, to } of openOn(day)) open += Math.max(0, Math.min(to, until) - Math.max(from, since))
      day = addDays(day, 1)
    }
    return open / MINUTE_MS
  }
}

/** A day falls into pieces where some span begins or ends; each piece is open or quiet as a whole. */
function openSpans(day: Day, { pact, calendar }: Rules): Span[] {
  const start = instantOf(day, '00:00')
  const bounds = quietHours('head_teacher', 'private', pact).flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)])
  const cuts = [...new Set([0, ...bounds.filter((minute) => minute < MINUTES_A_DAY)])].sort((a, b) => a - b)
  return cuts.flatMap((cut, index) => {
    const from = start + cut * MINUTE_MS
    const next = cuts[index + 1]
    const to = next === undefined ? start + DAY_MS : start + next * MINUTE_MS
    return quietRules(from, 'head_teacher', 'private', pact, calendar).length > 0 ? [] : [{ from, to }]
  })
}
