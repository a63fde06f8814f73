// What other domains may use of leave.
export { countPendingLeaves, endLeaves, moveLeaves } from './child-leaves'
export type { LeaveDoc } from './documents'
export { teacherCard } from './find-leave'
export { returnByRoll, type SeenBack } from './return-by-roll'
export { leaves } from './store'
