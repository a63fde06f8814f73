// Attendance: the sums of a day and a month, and how many children a class keeps.
export { childMonth, schoolDaysOf } from './month'
export type { ChildRoll } from './month'
export { retain } from './retention'
export { addCounts, countLines, daySums, standingLines } from './sums'
export type { DayGround, DayRoll } from './sums'
