// Decides where the pages of attendance are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const ATTENDANCE_ROUTES = {
  attendanceDay: (query: { schoolId: string; day?: string }) => addressOf('/packages/attendance/day/day', query),
  attendanceClass: (query: { classId: string }) => addressOf('/packages/attendance/class/class', query),
  attendanceChild: (query: { childId: string; classId?: string }) =>
    addressOf('/packages/attendance/child/child', query),
  sicknessWarning: (query: { warningId: string }) => addressOf('/packages/attendance/warning/warning', query),
  dropout: (query: { dropoutId: string }) => addressOf('/packages/attendance/dropout/dropout', query),
  health: (query: { schoolId: string }) => addressOf('/packages/attendance/health/health', query),
} as const
