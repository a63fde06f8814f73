// Decides where the pages of the roll are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const ROLL_ROUTES = {
  roll: (query: { classId: string; day?: string; half?: string }) => addressOf('/packages/roll/take/take', query),
  /** `begin`: what was tapped on the child's card elsewhere. */
  missing: (query: { classId: string; day: string; half: string; childId?: string; begin?: 'call' | 'reached' }) =>
    addressOf('/packages/roll/missing/missing', query),
  contactRecord: (query: { schoolId: string; day?: string }) => addressOf('/packages/roll/record/record', query),
} as const
