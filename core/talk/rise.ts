// Decides to whom a matter rises that nobody answers, and when: by school days (G21), or by opening minutes (T11).
import { addDays, beijingDay, mayBeSchoolDay, nextSchoolDay } from '../calendar'
import { nextOpening, replyMinutes, risingDays } from '../pact'
import type { Pact } from '../pact/contract'
import type { Day, Instant, SchoolCalendar } from '../wire'
import type { TalkDesk, TalkEvent } from './contract'

export interface Rules {
  pact: Pact
  calendar: SchoolCalendar
}

/** One step upward; `days`: school days that it had waited. */
export interface Rise {
  desk: TalkDesk
  at: Instant
  days: number
}

/** Where a matter lies by itself, whatever time has done to it since. */
export interface Lying {
  desk: TalkDesk
  deskSince: Instant
  waitsSince?: Instant
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Opening minutes that are counted: a week of long days. */
const MINUTES_MOST = 6_000

const isAtClass = (desk: TalkDesk) => desk === 'head_teacher' || desk === 'teacher'

/**
 * All steps that a matter takes if nobody answers, past and to come, in order. It rises from the class's own desk only: whoever
 * was handed it, and the principal whom a family writes to, is the last to answer. A desk with no days is left out; the desk
 * that the letter is written to has a day at least.
 */
export function risesOf({ desk, deskSince, waitsSince }: Lying, rules: Rules): Rise[] {
  if (waitsSince === undefined || !isAtClass(desk)) return []
  const since = Math.max(waitsSince, deskSince)
  const steps = stepsByDays(since, rules)
  const minutes = replyMinutes(rules.pact)
  if (minutes === undefined) return steps
  const at = afterOpenMinutes(since, minutes, rules)
  const before = steps.filter((step) => step.at < at && step.desk !== 'principal')
  return [...before, { desk: 'principal', at, days: schoolDaysBetween(since, at, rules.calendar) }]
}

function stepsByDays(since: Instant, { pact, calendar }: Rules): Rise[] {
  const allowed = risingDays(pact)
  if (!allowed) return []
  const stays = [Math.max(1, allowed.headTeacher), allowed.discipline, allowed.office]
  const upward = (['discipline', 'office', 'principal'] as const).filter(
    (desk) => desk === 'principal' || (desk === 'discipline' ? allowed.discipline : allowed.office) > 0,
  )
  const waits = stays.filter((days, index) => index === 0 || days > 0)
  return upward.map((desk, index) => {
    const days = waits.slice(0, index + 1).reduce((sum, each) => sum + each, 0)
    return { desk, at: afterSchoolDays(since, days, calendar), days }
  })
}

/** The same time of day, so many school days later. */
export function afterSchoolDays(since: Instant, days: number, calendar: SchoolCalendar): Instant {
  const from = beijingDay(since)
  let day = from
  for (let counted = 0; counted < days; counted++) {
    const next = nextSchoolDay(day, calendar)
    // No school day in sight: as many days of the year then.
    day = next === day ? addDays(day, 1) : next
  }
  return since + daysBetween(from, day) * DAY_MS
}

const daysBetween = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** School days from one moment to another, the first not counted. */
export function schoolDaysBetween(since: Instant, until: Instant, calendar: SchoolCalendar): number {
  const last = beijingDay(until)
  let count = 0
  for (let day = addDays(beijingDay(since), 1); day <= last; day = addDays(day, 1)) {
    if (mayBeSchoolDay(day, calendar)) count++
  }
  return count
}

/** So many minutes later of those in which a teacher may write to a family. */
export function afterOpenMinutes(since: Instant, minutes: number, { pact, calendar }: Rules): Instant {
  const open = (at: Instant) => nextOpening(at, 'head_teacher', pact, calendar, 'private')
  let at = open(since)
  for (let counted = 0; counted < Math.min(minutes, MINUTES_MOST); counted++) at = open(at + MINUTE_MS)
  return at
}

/** What has been written down of the leaders and the discipline office, and what time alone has done. */
export interface Known {
  openedAt: Instant
  /** To whom the family wrote. */
  to: TalkDesk
  events: readonly Pick<TalkEvent, 'kind' | 'at' | 'desk'>[]
}

export interface Readers {
  /** The leaders read along from then on; undefined: not as far as anybody knows. */
  leadersFrom?: Instant
  disciplineFrom?: Instant
}

/** From when the leaders, and the discipline office, read a thread; a moment to come holds only if nobody answers until then. */
export function readersOf({ openedAt, to, events }: Known, rises: readonly Rise[]): Readers {
  const handed = events.filter(({ kind }) => kind === 'passed' || kind === 'asked' || kind === 'risen')
  const leaders = [
    ...(to === 'principal' ? [openedAt] : []),
    ...handed.map(({ at }) => at),
    ...rises.slice(0, 1).map(({ at }) => at),
  ]
  const discipline = [...handed, ...rises].filter(({ desk }) => desk === 'discipline').map(({ at }) => at)
  return {
    ...(leaders.length > 0 && { leadersFrom: Math.min(...leaders) }),
    ...(discipline.length > 0 && { disciplineFrom: Math.min(...discipline) }),
  }
}

/** At whose desk it lies now, and since when. */
export function deskAt(lying: Lying, rises: readonly Rise[], now: Instant): { desk: TalkDesk; since: Instant } {
  const last = rises.filter(({ at }) => at <= now).at(-1)
  return last ? { desk: last.desk, since: last.at } : { desk: lying.desk, since: lying.deskSince }
}
