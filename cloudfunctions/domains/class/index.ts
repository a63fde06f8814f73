// What other domains may use of class.
export { children, grantSeat, leaveSeat, leaveSeats, removeGuardian, takeSeat } from './children'
export type { Guardian, Warrant } from './children'
export {
  classes,
  joinTeachers,
  leaveTeachers,
  removeTeacher,
  takeHeadship,
  vacateHeadship,
  vacateHeadships,
  vacateSupervision,
  vacateSupervisions,
} from './classes'
export type { ChildDoc, ClassDoc, RosterEntry } from './documents'
export { endSupervision } from './end-supervision'
export { findGuardian } from './find-guardian'
export type { FoundGuardian } from './find-guardian'
