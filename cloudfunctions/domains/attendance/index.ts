// What other domains may use of attendance.
export { coverSlots, leavesOn } from './look-up'
