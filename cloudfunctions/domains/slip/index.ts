// What other domains may use of slip.
export { slipState } from './board'
export { COUNT_ENTRIES } from './count-entries'
export type { SlipDoc } from './documents'
export { openSlips, planSlips, slipId } from './open-slips'
export { WANTS_REPLY, familyFields, linesOf, waitingFor } from './own-slips'
export { slips } from './store'
export { COUNT_UNSEEN, placeOf, unseenOverrides } from './unseen'
export { withdrawSlips } from './withdraw-slips'
