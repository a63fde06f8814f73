// Decides where the pages of reception days are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const BOOKING_ROUTES = {
  /** 家长接待: of one class; a family books for one of its children. */
  receptions: (query: { classId: string; childId?: string }) =>
    addressOf('/packages/talk/reception/reception', { ...query }),
  receptionOpen: (query: { classId: string }) => addressOf('/packages/talk/reception-open/reception-open', query),
} as const
