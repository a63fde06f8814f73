// What other domains may use of join.
export { endApplications, reviveApplications } from './graduate'
export { useActivation } from './invitations'
export { waitingForLeaders, waitingIn } from './waiting'
