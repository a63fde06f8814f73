// What other domains may use of roll.
export type { RollDoc } from './documents'
export { rolls } from './store'
