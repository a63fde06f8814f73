// Leaves: which half days they cover, and which step follows which.
export { cutAtReturn, cutBefore, freeSlots, hasBegun, planLeave, reaches, sharesHalf } from './span'
export type { LeavePlan, PlannedLeave, SchoolHalf } from './span'
export { mayReturn, mayWithdraw, takeStep } from './states'
export type { LeaveStanding, Step, StepResult } from './states'
export { fitLeave, leaveDays } from './window'
export type { LeaveFit, LeaveGround } from './window'
