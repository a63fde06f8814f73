// What other domains may use of due.
export { countDue, lookUpDue } from './due-of'
export type { DueFound, Looker } from './due-of'
