// Figures for principals: from documents to facts, from facts to what the charts show.
export { countSeats, gatherSlip } from './facts'
export type { ClassFacts, LeaveFacts, SlipFacts, VerdictFacts } from './facts'
export { classFigures, histogramOf, median, quantile, ratesOf, schoolFigures } from './figures'
export { monthsOf, rangeOf, withinRange } from './ranges'
export type { Range } from './ranges'
export { countLeaves, countOverrides, countRules, findClusters, leavesSince, listUnreached } from './series'
