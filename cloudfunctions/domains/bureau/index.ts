// What other domains may use of bureau.
export type { BureauSeatDoc } from './documents'
export { findPermit, usePermit } from './permits'
export { countBureau, lookUpBureau, type BureauRow } from './today'
