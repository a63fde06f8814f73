// What other domains may use of school.
export type { SchoolDoc } from './documents'
export { leavePrincipals, schools } from './store'
