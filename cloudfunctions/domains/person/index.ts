// What other domains may use of person.
export { findPerson } from './find-person'
export { confirmPresence, keepConsent, muteGuardian, people } from './people'
