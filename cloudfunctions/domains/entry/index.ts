// What other domains may use of entry.
export { contactsOfEntries, lookUpContactEntries, type ContactEntriesRow } from './contact-entries'
export type { EntryDoc, KeptAnswer, KeptPart } from './documents'
export { entries } from './store'
