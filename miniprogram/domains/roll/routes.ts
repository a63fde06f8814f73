// Decides where the pages of the roll are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const ROLL_ROUTES = {
  roll: (query: { classId: string; day?: string; half?: string }) => addressOf('/packages/roll/take/take', query),
  missing: (query: { classId: string; day: string; half: string; childId?: string }) =>
    addressOf('/packages/roll/missing/missing', query),
  contactRecord: (query: { schoolId: string; day?: string }) => addressOf('/packages/roll/record/record', query),
} as const
