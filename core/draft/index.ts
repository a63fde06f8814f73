// A school's own rule paper, read: its clauses, and what each of them says.
export { draftPact } from './draft-pact'
export type { Clause } from './types'
