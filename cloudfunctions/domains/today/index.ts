// What other domains may use of today.
export { describeRunning } from './running'
export type { CountedSlip } from './running'
