// What other domains may use of leave.
export { AT_TEACHER, lookUpPending, waitingForLeader, type PendingRow } from './at-leaders'
export { countPendingLeaves, endLeaves, moveLeaves } from './child-leaves'
export type { LeaveDoc } from './documents'
export { teacherCard } from './find-leave'
export { returnByRoll } from './return-by-roll'
export { leaves } from './store'
