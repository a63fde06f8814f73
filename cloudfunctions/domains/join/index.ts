// What other domains may use of join.
export { readAdmission, takeDecisionBack } from './admit'
export { applications } from './applications'
export type { ApplicationDoc } from './documents'
export { useActivation } from './invitations'
export { presentToApplicant } from './read-applications'
export { waitingForLeaders, waitingIn } from './waiting'
