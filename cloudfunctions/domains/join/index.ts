// What other domains may use of join.
export { useActivation, useReclaim } from './invitations'
export { waitingForLeaders, waitingIn } from './waiting'
