// Decides where the pages of a new school year are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const YEAR_ROUTES = {
  schoolYear: (query: { schoolId: string }) => addressOf('/packages/school/year/year', query),
  takeover: (query: { classId: string }) => addressOf('/packages/class/takeover/takeover', query),
} as const
