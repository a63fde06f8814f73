// Decides where the pages of figures are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const STATISTICS_ROUTES = {
  classStatistics: (query: { classId: string; range?: 'week' | 'month' | 'term' }) =>
    addressOf('/packages/statistics/class/class', query),
  /** 私聊回复: of a class by teacher, of a school by class. */
  replies: (query: { classId?: string; schoolId?: string }) => addressOf('/packages/statistics/replies/replies', query),
} as const
