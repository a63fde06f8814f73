// Decides whether a timetable fits together: lessons in order, none over another, and no day longer than the lessons.
import type { TimetableWeek, Period } from './lesson-at'

/** The first part that does not fit, as `INPUT_INVALID` names it; undefined: all does. */
export function misfitOfWeek({ periods, days }: TimetableWeek): string | undefined {
  const astray = periods.findIndex(({ from, to }, at) => from >= to || from < (periods[at - 1]?.to ?? ''))
  if (astray >= 0) return `periods.${astray}`
  const long = days.findIndex((lessons) => lessons.length > periods.length)
  return long >= 0 ? `days.${long}` : undefined
}

/** Every day as long as there are lessons. */
export const squareDays = ({ periods, days }: TimetableWeek): string[][] =>
  days.map((lessons) => periods.map((_, at) => lessons[at] ?? ''))

/** Where nobody has entered times: the ordinary day of a primary school, as `lessonHours` has it. */
export const USUAL_PERIODS: readonly Period[] = [
  ...[{ from: '08:00', to: '08:40' } as const, { from: '08:50', to: '09:30' } as const],
  ...[{ from: '10:00', to: '10:40' } as const, { from: '10:50', to: '11:30' } as const],
  ...[{ from: '14:00', to: '14:40' } as const, { from: '14:50', to: '15:30' } as const],
  { from: '15:40', to: '16:20' },
]
