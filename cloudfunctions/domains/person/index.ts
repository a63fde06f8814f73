// What other domains may use of person.
export { findPerson } from './find-person'
export { confirmPresence, findPresent, keepConsent, muteGuardian, people, unmuteGuardian } from './people'
