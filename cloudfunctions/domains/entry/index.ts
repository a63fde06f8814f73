// What other domains may use of entry.
export type { EntryDoc, KeptAnswer, KeptPart } from './documents'
export { entries } from './store'
