// Attendance: the sums of a day and a month, and how many children a class keeps.
export { absentRow, dueDays } from './dropout'
export type { AbsentDay } from './dropout'
export { childMonth, schoolDaysOf } from './month'
export type { ChildRoll } from './month'
export { retain } from './retention'
export {
  findOutbreaks,
  firstDayFor,
  OUTBREAK_SYMPTOMS,
  REPORT_WITHIN_MS,
  SAME_OUTBREAK_DAYS,
  sightLeave,
  sightRoll,
} from './sickness'
export type { Outbreak, Sighting } from './sickness'
export { addCounts, countLines, daySums, standingLines } from './sums'
export type { DayGround, DayRoll } from './sums'
