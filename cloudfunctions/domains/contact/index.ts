// What other domains may use of contact.
export type { ContactSpan } from '../../common/store/reached'
export { contactStages, readContacts, type ContactRow } from './contacts'
