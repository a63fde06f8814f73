// Decides what of the figures leaves as a file, and what an inspection of the term finds open (G13, S4 六.1).
import * as z from 'zod/mini'
import { answer, id, LEADERS, type Day, type Instant, type Rows } from '../wire'
import type { RegisterFile } from '../register/contract'
import { RANGES } from '../statistics/contract'

/** Excel of a school's figures: classes, notices, days, rules, and what is open. */
export const reportFigures = z.object({ schoolId: id, range: z.enum(RANGES) })
/** PDF of a term: of the school, or of one class. */
export const reportTerm = z.object({ schoolId: id, classId: z.optional(id) })
export const reportInspection = z.object({ schoolId: id })

/** A notice not at home, a register not kept, a part that waits, a child without a guardian, feedback not asked for. */
export const OPEN_KINDS = ['notice', 'register', 'part', 'seat', 'feedback'] as const
export type OpenKind = (typeof OPEN_KINDS)[number]

export interface OpenItem {
  kind: OpenKind
  /** Of the notice or register, as it was written. */
  title: string
  /** Children, or entries, that lack. */
  count: number
  /** Until when it was to be done; a child without a guardian has no day. */
  until?: Instant
  overdue: boolean
  noticeId?: string
  register?: string
}

/** What the families were asked of the term: how many have answered, and never what (G14). */
export interface FeedbackSent {
  noticeId: string
  title: string
  /** It has gone out; before, it waits for its hour or for somebody's look. */
  isOut: boolean
  deadline?: Instant
  /** Children asked, and those answered for. */
  asked: number
  answered: number
  /** Sheets handed in: a family's stands for all its children. */
  sheets: number
}

export interface InspectedClass {
  classId: string
  className: string
  items: OpenItem[]
}

/** Each class's open matters, the classes in grade order and of each the longest overdue first; never a child's name. */
export interface TermInspection {
  schoolId: string
  now: Instant
  /** The term that is inspected; absent outside any that the calendar knows. */
  term?: { from: Day; to: Day }
  classes: InspectedClass[]
  /** What lies with the school itself. */
  school: OpenItem[]
  /** Of this term. */
  feedback?: FeedbackSent
}

export const reportRows = {
  'report.inspection': {
    input: reportInspection,
    output: answer<TermInspection>(),
    roles: LEADERS,
    scope: 'place',
    looks: true,
  },
} as const satisfies Rows

/** The exporter answers them: they write files. */
export const reportFileRows = {
  'report.figures': {
    input: reportFigures,
    output: answer<RegisterFile>(),
    roles: LEADERS,
    scope: 'place',
    rate: { burst: 10, every: 20_000 },
  },
  'report.term': {
    input: reportTerm,
    output: answer<RegisterFile>(),
    roles: ['head_teacher', ...LEADERS],
    scope: 'place',
    rate: { burst: 30, every: 5_000 },
  },
} as const satisfies Rows
