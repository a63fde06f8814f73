// What other domains may use of office.
export type { OfficeDoc } from './documents'
export { describeColleagues, lookUpStaff, markStaff } from './members'
export type { Colleague, StaffFound } from './members'
export { endOffice, findOffice, holdOffice, holdersOfOffice, officeIdOf } from './offices'
