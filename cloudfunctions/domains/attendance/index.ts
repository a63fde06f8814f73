// What other domains may use of attendance.
export { coverSlots, leavesOn } from './look-up'
export { describeWarning, lookUpWarnings } from './warning'
export type { WarningRow } from './warning'
