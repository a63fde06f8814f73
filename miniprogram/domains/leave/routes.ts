// Decides where the pages of leave are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const LEAVE_ROUTES = {
  leaveForm: (query: { childId?: string; again?: string; replaces?: string }) =>
    addressOf('/packages/leave/form/form', query),
  leave: (query: { leaveId: string }) => addressOf('/packages/leave/item/item', query),
  approve: (query: { classId: string; leaveId?: string } | { schoolId: string }) =>
    addressOf('/packages/leave/approve/approve', query),
  leaveCalendar: (query: { classId: string }) => addressOf('/packages/leave/calendar/calendar', query),
} as const
