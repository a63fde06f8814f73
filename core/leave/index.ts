// Leaves: which half days they cover, and which step follows which.
export { cutAtReturn, freeSlots, hasBegun, planLeave } from './span'
export type { LeavePlan, PlannedLeave } from './span'
export { takeStep } from './states'
export type { LeaveStanding, Step, StepResult } from './states'
