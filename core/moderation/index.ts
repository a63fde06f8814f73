// What follows a breach: the ladder of steps, and whose a case is.
export { canAct, deskOf, holds, ladderOf, ladderStep, leadersFrom, muteDays, muteEnd, USUAL_LADDER } from './ladder'
export type { Ladder } from './ladder'
export { deskAt, risesOf } from './rising'
export type { Rise } from './rising'
