// Decides where the pages of a school are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const SCHOOL_ROUTES = {
  schoolSetup: () => '/packages/school/setup/setup',
  calendar: (query: { schoolId: string }) => addressOf('/packages/school/calendar/calendar', query),
  calendarImport: (query: { schoolId: string }) => addressOf('/packages/school/calendar-import/calendar-import', query),
  stop: (query: { schoolId: string }) => addressOf('/packages/school/stop/stop', query),
  heads: (query: { schoolId: string }) => addressOf('/packages/school/heads/heads', query),
  schoolImport: (query: { schoolId: string }) => addressOf('/packages/school/import/import', query),
} as const
