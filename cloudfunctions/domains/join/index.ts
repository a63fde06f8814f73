// What other domains may use of join.
export { useActivation } from './invitations'
export { waitingForLeaders, waitingIn } from './waiting'
