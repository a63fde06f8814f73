// What other domains may use of figures.
export { lookUpStaffWork, readStaffWork, type StaffWork, type StaffWorkRow } from './staff-work'
export { attendanceIn, lookUpAttendance, type AttendanceRow } from './attendance-of'
export { readFacts, type FoundBook, type SchoolFacts } from './facts'
export { forgetPersons } from './forget-persons'
