// What other domains may use of due.
export { countDue, lookUpDue } from './due-of'
export { lookUpStanding, readStanding } from './standing'
export type { StandingLine, StandingRow } from './standing'
export type { DueFound, Looker } from './due-of'
export { lookUpOpen, readOpen } from './open-of'
