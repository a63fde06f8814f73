// What other domains may use of class.
export { children, grantSeat, leaveSeat, removeGuardian, takeSeat } from './children'
export type { Guardian, Warrant } from './children'
export { classes, joinTeachers, removeTeacher, takeHeadship, vacateHeadship, vacateSupervision } from './classes'
export type { Predecessor } from './classes'
export type { ChildDoc, ClassDoc, RosterEntry } from './documents'
export { endSupervision } from './end-supervision'
export { findGuardian } from './find-guardian'
export type { FoundGuardian } from './find-guardian'
