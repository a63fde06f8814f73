// What follows a breach: the ladder of steps, and whose a case is.
export { canAct, ladderStep, leadersFrom, muteEnd } from './ladder'
