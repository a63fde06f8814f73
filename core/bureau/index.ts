// What others use of the bureau's rules.
export { FEWEST, figuresOf, sumInspection } from './figures'
export type { SchoolSums } from './figures'
export { composeNumber, foldNumber, lets, permissionState } from './permissions'
export type { PermissionTerms } from './permissions'
export { BUREAU_INVITATION_DAYS, BUREAU_NAME_MAX, PERMISSION_DAYS_MAX } from './terms'
