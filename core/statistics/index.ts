// Figures for principals: from documents to facts, from facts to what the charts show.
export { countSeats, gatherAttendance, gatherSlip } from './facts'
export type { AttendanceFacts, ClassFacts, LeaveFacts, SlipFacts, VerdictFacts } from './facts'
export { classFigures, histogramOf, median, quantile, ratesOf, schoolFigures } from './figures'
export { monthsOf, rangeOf, withinRange } from './ranges'
export type { Range } from './ranges'
export { countAttendance, countLeaves, countOverrides, countRules, leavesSince, listUnreached } from './series'
