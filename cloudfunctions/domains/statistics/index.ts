// What other domains may use of figures.
export { attendanceIn, lookUpAttendance, type AttendanceRow } from './attendance-of'
