// Decides where the pages of the bureau are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const BUREAU_ROUTES = {
  /** 教育局, for a school's principal: who sits there, its numbers, what it has sent. */
  bureau: (query: { schoolId: string }) => addressOf('/packages/bureau/school/school', query),
  bureauReceived: (query: { schoolId: string }) => addressOf('/packages/bureau/received/received', query),
  bureauHandIn: (query: { schoolId: string }) => addressOf('/packages/bureau/hand-in/hand-in', query),
  /** For the bureau itself. */
  bureauSchools: () => '/packages/bureau/schools/schools',
  bureauPermissions: () => '/packages/bureau/permissions/permissions',
  bureauNotice: () => '/packages/bureau/notice/notice',
} as const
