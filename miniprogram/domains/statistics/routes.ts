// Decides where the pages of figures are, and what they need to know.
import type { Range } from '@class-pact/core/contract'
import { addressOf } from '../../services/page-address'

export const STATISTICS_ROUTES = {
  classStatistics: (query: { classId: string; range?: Range }) => addressOf('/packages/statistics/class/class', query),
  /** 私聊回复: of a class by teacher, of a school by class. */
  replies: (query: { classId?: string; schoolId?: string }) => addressOf('/packages/statistics/replies/replies', query),
  /** 督查与导出: what is open, and what leaves as a file. */
  report: (query: { schoolId: string }) => addressOf('/packages/statistics/report/report', query),
} as const
