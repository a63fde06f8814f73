// A class's timetable: which lesson runs, whether a teacher is in one, and what a pasted table means.
export { USUAL_PERIODS, misfitOfWeek, squareDays } from './check-week'
export { dayOf, holdsUntil, isOfThisYear, lessonAt, periodAt } from './lesson-at'
export type { KeptWeek, Period, TimetableWeek } from './lesson-at'
export { readPasted } from './read-pasted'
export type { PasteProblem, PasteReading } from './read-pasted'
export { isTeaching } from './teaching'
export type { Taught } from './teaching'
