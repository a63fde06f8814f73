// Decides where the pages of a school's staff are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const OFFICE_ROUTES = {
  staff: (query: { schoolId: string }) => addressOf('/packages/school/staff/staff', query),
  officeInvite: (query: { schoolId: string; office?: string }) =>
    addressOf('/packages/school/office-invite/office-invite', query),
  reclaim: () => '/packages/school/reclaim/reclaim',
  handover: (query: { classId: string }) => addressOf('/packages/class/handover/handover', query),
  standIn: (query: { classId: string }) => addressOf('/packages/class/stand-in/stand-in', query),
  leaveDay: (query: { schoolId: string }) => addressOf('/packages/leave/day/day', query),
} as const
