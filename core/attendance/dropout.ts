// Decides when a child is to be brought back, and by when each of the three steps is due (Q20).
import { nextSchoolDay } from '../calendar'
import type { Day, SchoolCalendar } from '../wire'
import { DROPOUT_STEPS, type DropoutStep } from './contract'

/** Who was not there without leave on a school day whose roll was taken. */
export interface AbsentDay {
  day: Day
  absent: ReadonlySet<string>
}

/** School days after the first within which a step is due; 及时 says no number (S0-4 三(四)), these are ours. */
const DUE_AFTER: Record<DropoutStep, number> = { grade: 0, persuade: 2, office: 5 }

/**
 * Days in a row up to the last one whose roll was taken, rising; days that nobody took the roll of neither count nor break the
 * row.
 */
export function absentRow(childId: string, days: readonly AbsentDay[]): Day[] {
  const latestFirst = [...days].sort((a, b) => (a.day < b.day ? 1 : -1))
  const back = latestFirst.findIndex(({ absent }) => !absent.has(childId))
  return latestFirst
    .slice(0, back < 0 ? latestFirst.length : back)
    .map(({ day }) => day)
    .reverse()
}

/** When each step is due. */
export function dueDays(opened: Day, calendar: SchoolCalendar): Record<DropoutStep, Day> {
  const after = (count: number): Day => {
    let day = opened
    for (let left = count; left > 0; left--) day = nextSchoolDay(day, calendar)
    return day
  }
  return Object.fromEntries(DROPOUT_STEPS.map((step) => [step, after(DUE_AFTER[step])])) as Record<DropoutStep, Day>
}
