// What other domains may use of join.
export { endApplications, reviveApplications } from './graduate'
export { isOpen, readInvitationFacts } from './invitation-facts'
export { useActivation } from './invitations'
export { waitingForLeaders, waitingIn } from './waiting'
