// What a talk is: whose turn it is, to whom it rises, and what its readers may do.
export { actsOf } from './acts'
export { TALK_ABOUT, TALK_DESKS, TALK_STATES } from './contract'
export { afterOpenMinutes, afterSchoolDays, deskAt, readersOf, risesOf, schoolDaysBetween } from './rise'
export type { Lying, Readers, Rise, Rules } from './rise'
export { isClosed, isVisible, seenBy, sideOf, stateOf, waitsSince } from './turns'
export type { Side, Thread, Turn } from './turns'
