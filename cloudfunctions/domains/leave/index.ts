// What other domains may use of leave.
export { countPendingLeaves, endLeaves, moveLeaves } from './child-leaves'
export type { LeaveDoc } from './documents'
export { teacherCard } from './find-leave'
export { leaves } from './store'
