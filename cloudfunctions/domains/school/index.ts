// What other domains may use of school.
export type { SchoolDoc } from './documents'
export { isOnlyLeader, joinLeaders, leaveOffice, leavePrincipals, replacePrincipal, schools } from './store'
