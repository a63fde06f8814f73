// What other domains may use of entry.
export { contactsOfEntries, lookUpContactEntries, type ContactEntriesRow } from './contact-entries'
export type { EntryDoc, KeptAnswer } from './documents'
export { between, findTable, type FoundTable } from './find-table'
export { readSummary } from './read-summary'
export { plainAnswers, rulesOf } from './rules-of'
export { COUNTS, entries } from './store'
export { describeThing, filled } from './things'
