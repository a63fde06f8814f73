// What other domains may use of attendance.
export { coverSlots, leavesOn } from './look-up'
export { describeDropout, lookUpDropouts } from './dropout'
export type { DropoutRow } from './dropout'
export { describeWarning, lookUpWarnings } from './warning'
export type { WarningRow } from './warning'
export { lookUpGone, retentionIn } from './gone-of-school'
export type { GoneRow } from './gone-of-school'
