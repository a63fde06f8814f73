// What other domains may use of child.
export { thenFollow } from './decide'
export { followChild } from './follow-child'
export { goingAway } from './leave-child'
export { moving } from './move-child'
export { renaming } from './rename-child'
export { lineOf } from './roll-lines'
