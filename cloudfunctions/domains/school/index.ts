// What other domains may use of school.
export type { SchoolDoc } from './documents'
export { handOut, nameFile } from './hand-out'
export { isOnlyLeader, joinLeaders, leaveOffice, leavePrincipals, replacePrincipal, schools } from './store'
