// Leaves: which half days they cover, and which step follows which.
export { cutAtReturn, defaultDay, freeSlots, hasBegun, planLeave } from './span'
export type { LeavePlan, PlannedLeave } from './span'
export { takeStep, takesSlots } from './states'
export type { LeaveStanding, Step, StepResult } from './states'
