// Leaves: which half days they cover, and which step follows which.
export { cutAtReturn, freeSlots, hasBegun, planLeave, sharesHalf } from './span'
export type { LeavePlan, PlannedLeave } from './span'
export { mayReturn, mayWithdraw, takeStep } from './states'
export type { LeaveStanding, Step, StepResult } from './states'
export { fitLeave, leaveDays } from './window'
export type { LeaveFit, LeaveGround } from './window'
