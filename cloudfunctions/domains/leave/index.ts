// What other domains may use of leave.
export type { LeaveDoc } from './documents'
export { teacherCard } from './find-leave'
export { leaves } from './store'
