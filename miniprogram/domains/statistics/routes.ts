// Decides where the pages of figures are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const STATISTICS_ROUTES = {
  classStatistics: (query: { classId: string; range?: 'week' | 'month' | 'term' }) =>
    addressOf('/packages/statistics/class/class', query),
} as const
