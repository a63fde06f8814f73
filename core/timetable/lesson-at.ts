// Decides which lesson a class has at a moment by its timetable, and for how long a timetable holds (E23).
import { addDays, beijingClock, beijingDay, lastDayOfSchoolYear, mayBeSchoolDay, weekday } from '../calendar'
import type { Day, Instant, SchoolCalendar } from '../wire'

export interface Period {
  from: string
  to: string
}

/** What is kept of a class's timetable. */
export interface TimetableWeek {
  periods: readonly Period[]
  /** By weekday from Monday on: the subject of each lesson, '' where there is none. */
  days: readonly (readonly string[])[]
}

/** A week as it was entered, and when: `savedAt` decides for which school year. */
export interface KeptWeek extends TimetableWeek {
  savedAt: Instant
}

/** The timetable of a new year is entered in the last weeks of the holiday before it. */
const AHEAD_DAYS = 31

/** The last day on which a timetable that was saved then says anything: other teachers and lessons come with the new year. */
export function holdsUntil({ savedAt }: Pick<KeptWeek, 'savedAt'>): Day {
  return lastDayOfSchoolYear(addDays(beijingDay(savedAt), AHEAD_DAYS))
}

/** Whether it is this school year's. */
export const isOfThisYear = (kept: Pick<KeptWeek, 'savedAt'>, now: Instant): boolean =>
  beijingDay(now) <= holdsUntil(kept)

/** Lessons of one day in their order; undefined: the table says nothing of it, as of a Saturday that makes up for another day. */
export function dayOf({ days }: Pick<TimetableWeek, 'days'>, day: Day): readonly string[] | undefined {
  return days[weekday(day) - 1]
}

/** Which lesson of the day runs at a clock's time; -1: none. Half open, as all intervals of the house. */
export function periodAt({ periods }: Pick<TimetableWeek, 'periods'>, clock: string): number {
  return periods.findIndex(({ from, to }) => from <= clock && clock < to)
}

/** The subject that a class has now; undefined: no lesson. */
export function lessonAt(week: TimetableWeek, calendar: SchoolCalendar, now: Instant): string | undefined {
  const day = beijingDay(now)
  if (!mayBeSchoolDay(day, calendar)) return undefined
  return dayOf(week, day)?.[periodAt(week, beijingClock(now))] || undefined
}
