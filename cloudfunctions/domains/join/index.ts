// What other domains may use of join.
export { endApplications, reviveApplications } from './graduate'
export { isOpen, readInvitationFacts } from './invitation-facts'
export { useActivation, useReclaim } from './invitations'
export { waitingForLeaders, waitingIn, waitingOfSchool } from './waiting'
