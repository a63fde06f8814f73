// Decides where the page of a new school year is, and what it needs to know.
import { addressOf } from '../../services/page-address'

export const YEAR_ROUTES = {
  schoolYear: (query: { schoolId: string }) => addressOf('/packages/school/year/year', query),
} as const
