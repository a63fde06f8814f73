// What other domains may use of join.
export { isOpen, readInvitationFacts } from './invitation-facts'
export { useActivation } from './invitations'
export { waitingForLeaders, waitingIn } from './waiting'
