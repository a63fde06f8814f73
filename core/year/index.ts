// A new school year: which class becomes which, in which order, and the way back.
export { climb, gradeOf, ladderOf } from './grades'
export type { Ladders, Rung } from './grades'
export { graduatesName, parkedName, planYear, reverseMoves } from './plan'
export type { Planned, PlannedClass, Standing, YearClass, YearMove } from './plan'
export { isYearDue, isYearSeason, yearToCome } from './season'
