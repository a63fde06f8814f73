// Decides what a phone may ask and learn about the answers to a form: counts for all, sheets a class, never a ranking.
import * as z from 'zod/mini'
import type { GivenAnswer, QuestionCount } from '../form/contract'
import type { NoticeForm, SharedResults } from '../notice/contract'
import { answer, STAFF, cursor, id, type Instant, type Paged, type Rows } from '../wire'

/** Of one class, with its sheets; without a class of all that were asked. */
export const answersRead = z.object({ noticeId: id, classId: z.optional(id), after: z.optional(cursor) })

/** What somebody wrote, of one question: those that fit on a page; all of it is in the file. */
export interface QuestionWords {
  question: string
  total: number
  words: string[]
}

export interface AnswerRow {
  childId: string
  no: string
  name: string
  /** Absent: not answered. */
  at?: Instant
  /** 张小明妈妈 */
  signer?: string
  /** The child of the class on whose sheet this child stands too, or of another class (N20). */
  with?: string
  sheet: GivenAnswer[]
  /** WeChat has not let the words pass: read with care (C04). */
  doubted?: true
  /** Photos and signatures; without an address: not looked at by WeChat yet, or not let pass. */
  files: { fileId: string; url?: string }[]
}

/** Why an anonymous result does not show: answers still come in, or so few would tell who gave them. */
export type ResultHidden = 'open' | 'few'

/** The feedback of an earlier term, as far as it asked the same; absent where it may not be seen. */
export interface FeedbackBefore {
  at: Instant
  sheets: number
  questions: QuestionCount[]
}

export interface AnswersPage extends Paged {
  noticeId: string
  title: string
  form: NoticeForm
  deadline?: Instant
  /** Nobody answers any more. */
  locked: boolean
  classId?: string
  className?: string
  /** Children asked, and those answered for. */
  asked: number
  answered: number
  /** Sheets handed in: one may stand for several children. */
  sheets: number
  hidden?: ResultHidden
  /** How many sheets it takes to show an anonymous result, or to send a result round. */
  least: number
  questions: QuestionCount[]
  words: QuestionWords[]
  /** Of feedback, what the same questions were answered the term before (G14). */
  before?: FeedbackBefore
  /** Of one class, in roll order, a page at a time; none of an anonymous form. */
  rows: AnswerRow[]
  /** Without a class: every class asked. */
  classes: { classId: string; className: string; asked: number; answered: number }[]
  shared?: Instant
  /** The author or a leader, once nobody answers any more. */
  canShare: boolean
}

export const answersShare = z.object({ noticeId: id })

export const answersExport = z.object({ noticeId: id, classId: z.optional(id) })

export interface AnswersFile {
  /** Opens for minutes. */
  url: string
  name: string
  rows: number
}

export const answerRows = {
  'answers.read': {
    input: answersRead,
    output: answer<AnswersPage>(),
    roles: STAFF,
    scope: { find: 'answers' },
    looks: true,
    former: ['archived'],
  },
  // What the children's families are shown is what the author or a leader has looked at.
  'answers.share': { input: answersShare, output: answer<SharedResults>(), roles: STAFF, scope: { find: 'answers' } },
} as const satisfies Rows

/** The exporter answers it: it writes a file. */
export const answerExportRows = {
  'answers.export': {
    input: answersExport,
    output: answer<AnswersFile>(),
    roles: STAFF,
    scope: { find: 'answersOfAll' },
    looks: true,
    rate: { burst: 10, every: 20_000 },
    former: ['archived'],
  },
} as const satisfies Rows
