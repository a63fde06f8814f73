// What follows a breach: the ladder of steps, and whose a case is.
export { canAct, holds, ladderOf, ladderStep, leadersFrom, muteDays, muteEnd, USUAL_LADDER } from './ladder'
export type { Ladder } from './ladder'
