// What other domains may use of office.
export type { OfficeDoc } from './documents'
export { endOffice, findOffice, holdOffice, officeIdOf } from './offices'
