// Decides where the pages of figures are, and what they need to know.
import type { CountedFigure, Day, Grade, Range } from '@class-pact/core/contract'
import { addressOf } from '../../services/page-address'

/** Which days: of today, or of the period in which `of` lies. */
export interface Span {
  range?: Range
  of?: Day
}
/** Which figure of whom; `who`: how they are called on the page. */
export interface OfFigure extends Span {
  schoolId: string
  figure: CountedFigure
  classId?: string
  grade?: Grade
  staffId?: string
  rule?: string
  who?: string
}
const at = (page: string) => `/packages/statistics/${page}/${page}`

export const STATISTICS_ROUTES = {
  classStatistics: (query: { classId: string } & Span) => addressOf(at('class'), { ...query }),
  /** 私聊回复: of a class by teacher, of a school by class. */
  replies: (query: { classId?: string; schoolId?: string }) => addressOf(at('replies'), query),
  /** One notice, class by class. */
  noticeFigures: (query: { noticeId: string }) => addressOf(at('notice'), query),
  /** Registers, contacts and photos, class by class. */
  workFigures: (query: { schoolId: string } & Span) => addressOf(at('work'), { ...query }),
  /** Each of the staff by name. */
  staffFigures: (query: { schoolId: string } & Span) => addressOf(at('staff'), { ...query }),
  /** What a figure counts. */
  figureItems: (query: OfFigure) => addressOf(at('items'), { ...query }),
  /** 督查与导出: what is open, and what leaves as a file. */
  report: (query: { schoolId: string }) => addressOf(at('report'), query),
} as const
