// What other domains may use of school.
export type { Leader, SchoolDoc } from './documents'
export { isOnlyLeader, joinLeaders, leaveOffice, leavePrincipals, replacePrincipal, schools } from './store'
