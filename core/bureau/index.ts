// What others use of the bureau's rules.
export { FEWEST, figuresOf, sumInspection } from './figures'
export type { SchoolSums } from './figures'
export { composeNumber, foldNumber, lets, permissionState } from './permissions'
export type { PermissionTerms } from './permissions'
