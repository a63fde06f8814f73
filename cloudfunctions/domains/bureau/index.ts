// What other domains may use of bureau.
export type { BureauSeatDoc, LetterDoc } from './documents'
export { findPermit, usePermit } from './permits'
export { findHeld, letters } from './store'
export { countBureau, lookUpBureau, type BureauRow } from './today'
