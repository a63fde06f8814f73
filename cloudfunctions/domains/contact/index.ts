// What other domains may use of contact.
export { contactStages, readContacts, type ContactRow } from './contacts'
