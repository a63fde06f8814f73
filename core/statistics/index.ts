// Figures for principals: from documents to facts, from facts to sums, from sums to what the charts show.
export { withoutPersons } from './without-persons'
export { countSeats, gatherAttendance, gatherSlip } from './facts'
export type { AttendanceFacts, FollowUpFacts, LeaveFacts, MonthFacts, SlipFacts, VerdictFacts } from './facts'
export { FEW, figuresOf, hideFew, ratesOf } from './figures'
export type { ClassBook, Reading } from './figures'
export { histogramOf, median, mergeMinutes, packMinutes, quantile, unpackMinutes } from './minutes'
export { halfYearStart, isWithinReach, monthsOf, pastOf, rangeOf, splitMonths, withinRange } from './ranges'
export type { Asked } from './ranges'
export {
  absentOn,
  countAttendance,
  countLeaves,
  countOverrides,
  countRules,
  leavesSince,
  listUnreached,
} from './series'
export type { Charted } from './series'
export { addMonths, addSums, keepSums, noWays, readSums, sumsOf } from './sums'
export type { KeptSums, OverrideFacts, PastSums, Sums } from './sums'
