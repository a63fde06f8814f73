// Leaves: which half days they cover, and which step follows which.
export { nextDesk, waitsFor } from './desks'
export type { LeaveApproval, LeaveStaff, LeaveWaits, LeaveWay } from './desks'
export { layMonth } from './month'
export type { MonthLeave } from './month'
export {
  cutAtReturn,
  cutBefore,
  cutForOther,
  datesOf,
  freeSlots,
  hasBegun,
  holdSlots,
  planLeave,
  reaches,
  sharesHalf,
} from './span'
export type { LeavePlan, PlannedLeave, SchoolHalf } from './span'
export { mayChange, mayReturn, mayWithdraw, takeStep } from './states'
export type { LeaveStanding, Step, StepResult } from './states'
export { fitLeave, leaveDays } from './window'
export type { LeaveFit, LeaveGround } from './window'
