// What other domains may use of school.
export type { SchoolDoc } from './documents'
export { leaveOffices, leavePrincipals, schools } from './store'
