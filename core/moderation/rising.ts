// Decides at whose desk an open case lies: it rises step by step where the pact says so, each step with its days (G21).
import { addDays, beijingClock, beijingDay, instantOf, nextSchoolDay } from '../calendar'
import type { RisingDays } from '../pact'
import type { CaseDesk, Instant, SchoolCalendar } from '../wire'

/** A case lies at a desk from then on, after so many school days at the one before. */
export interface Rise {
  desk: CaseDesk
  at: Instant
  /** At the desk before; absent at the first. */
  days?: number
}

/**
 * The way of a case that nobody settles, as the pact it was opened under has it: worked out once, so that no later version
 * and no later calendar moves it. A desk with 0 days is left out; the last one keeps it.
 */
export function risesOf(days: RisingDays, openedAt: Instant, calendar: SchoolCalendar): Rise[] {
  const desks = [
    ...[
      { desk: 'head_teacher', days: days.headTeacher } as const,
      { desk: 'discipline', days: days.discipline } as const,
    ],
    ...[{ desk: 'office', days: days.office } as const, { desk: 'principal', days: Infinity } as const],
  ].filter((each) => each.days > 0)
  const rises: Rise[] = []
  let at = openedAt
  let waited: number | undefined
  for (const { desk, days: stays } of desks) {
    rises.push({ desk, at, ...(waited !== undefined && { days: waited }) })
    if (desk !== 'principal') at = afterSchoolDays(at, stays, calendar)
    waited = stays
  }
  return rises
}

/** The same time of the day, so many school days later. */
function afterSchoolDays(from: Instant, days: number, calendar: SchoolCalendar): Instant {
  let day = beijingDay(from)
  for (let count = 0; count < days; count++) {
    const next = nextSchoolDay(day, calendar)
    // Nobody knows of a school day any more: plain days go on counting.
    day = next > day ? next : addDays(day, 1)
  }
  return instantOf(day, beijingClock(from))
}

/** At whose desk it lies at a moment. */
export function deskAt(rises: readonly Rise[], now: Instant): CaseDesk {
  return rises.filter(({ at }) => at <= now).pop()?.desk ?? rises[0]?.desk ?? 'principal'
}

/** From then on it is not the head teacher's alone any more. */
export function leavesHeadTeacher(rises: readonly Rise[]): Instant {
  return rises.find(({ desk }) => desk !== 'head_teacher')?.at ?? Infinity
}
