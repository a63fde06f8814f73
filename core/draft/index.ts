// A school's own rule paper, read: its clauses, and the pact they come to.
export { changesOf } from './changes'
export { draftPact } from './draft-pact'
export { gapsOf, nearestPreset } from './nearest'
export { PAPER_LINES_MAX, PAPER_MAX } from './types'
export type { Clause, ClauseKind, DraftRule } from './types'
