// What other domains may use of class.
export {
  children,
  clearSeat,
  confirmGuardian,
  grantSeat,
  leaveSeat,
  moveSeat,
  presentOn,
  readmitGuardian,
  removeGuardian,
  takeSeat,
} from './children'
export type { Guardian, Warrant } from './children'
export {
  classes,
  joinTeachers,
  moveSupervision,
  removeTeacher,
  takeHeadship,
  vacateHeadship,
  vacateSupervision,
} from './classes'
export type { Predecessor } from './classes'
export type { ChildDoc, ClassDoc, RosterEntry } from './documents'
export { emptyRosters } from './empty-rosters'
export { endSupervision } from './end-supervision'
export { findGuardian } from './find-guardian'
export { lookUpClasses, ofTheirGrade } from './look-up-classes'
export type { ClassLine } from './look-up-classes'
export type { FoundGuardian } from './find-guardian'
