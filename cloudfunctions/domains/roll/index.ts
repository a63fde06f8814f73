// What other domains may use of roll.
export type { RollDoc } from './documents'
export { followLeaves } from './follow-leaves'
export { leaveRolls } from './leave-rolls'
export { lookUpRollCalls } from './reached'
export { rolls } from './store'
export { lookUpCheck, readCheck, type CheckRow } from './today-check'
