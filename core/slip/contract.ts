// Decides what a phone may ask and learn about the slips of a notice: sign-offs, the board, follow-ups.
import * as z from 'zod/mini'
import { answers, quotedQuestions, type GivenAnswer } from '../form/contract'
import {
  answer,
  STAFF,
  FORM_PER,
  FOLLOW_UP_WAYS,
  cursor,
  fileId,
  id,
  identityKey,
  instant,
  limits,
  name,
  note,
  title,
  type KindFields,
  type Rows,
  type CalendarGap,
  type Done,
  type FollowUpWay,
  type Instant,
  type LineClosed,
  type NoticeKind,
  type NoticeSource,
  type NoticeState,
  type Paged,
  type ReplyMode,
} from '../wire'

/** 已签 · 电话/纸质 · 已读未签 · 未读 · 收不到提醒 · 未绑定 · 已离校、休学、转班 */
export type EntryState = 'signed' | 'followed' | 'read' | 'unread' | 'not_reminded' | 'unbound' | 'closed'

/** signed + followed + missing = total; reached = signed + followed. A closed line counts nowhere (L12). */
export interface SlipCounts {
  total: number
  signed: number
  followed: number
  read: number
  missing: number
}

/** Why a notice is no more; words that WeChat has not let pass are not shown (C04). */
export interface Withdrawn {
  at: Instant
  by: string
  words?: string
  wordsHeld?: true
}

export const slipMarkRead = z.object({ noticeId: id, classId: id, childId: id })

export const slipSign = z.object({
  noticeId: id,
  classId: id,
  childId: id,
  /** The version that was on the screen (N11). */
  version: z.int().check(z.gte(1)),
  signature: z.optional(fileId),
  typedName: z.optional(name),
  /** What the family thinks of a letter to parents (N07). */
  opinion: z.optional(note(limits.OPINION_MAX)),
})

export interface Signed {
  signedAt: Instant
  signer: string
  /** false: the co-guardian, or the same person earlier, had signed already. */
  first: boolean
  late: boolean
}

/** One sheet of a form (N04). */
export const slipAnswer = z.object({
  noticeId: id,
  classId: id,
  childId: id,
  /** The version that was on the screen (N11). */
  version: z.int().check(z.gte(1)),
  /** What was asked there: held against what is stored, so that nobody answers a question they have not seen. */
  form: z.object({ questions: quotedQuestions, per: z.enum(FORM_PER), anonymous: z.optional(z.boolean()) }),
  answers,
  /** When the answer that was on the screen was given; absent: there was none. */
  seen: z.optional(instant),
  /** Of an anonymous form: a number that the phone has drawn, and nobody keeps (docs/adr/0020). */
  ballot: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
})

export interface Answered {
  answeredAt: Instant
  /** 张小明妈妈 */
  signer: string
}

/** The own sheet, as the family reads it again. */
export interface OwnAnswers {
  sheet: GivenAnswer[]
  at: Instant
  /** Photos and signatures of the sheet. */
  files: { fileId: string; url: string }[]
  /** The own child on whose sheet this child stands too. */
  with?: string
}

export const boardRead = z.object({ noticeId: id, classId: id })

export interface FollowUp {
  way: FollowUpWay
  told: string
  at: Instant
  by: string
  result?: string
  /** WeChat has not let the words pass: read with care (C04). */
  doubted?: true
  /** A counter-entry takes an earlier one back. */
  takesBack?: boolean
}

export interface BoardRow {
  childId: string
  no: string
  name: string
  state: EntryState
  at?: Instant
  signer?: string
  /** Signed under earlier words only: asked again (N11). */
  signedVersion?: number
  /** Why nobody is asked about this child any more. */
  closed?: LineClosed
  followUps: FollowUp[]
}

export interface Board {
  noticeId: string
  classId: string
  className: string
  title: string
  kind: NoticeKind
  replyMode: ReplyMode
  important: boolean
  state: NoticeState
  publishedAt: Instant
  deadline?: Instant
  /** Of the deadline's day nobody knew whether it is a school day (T06). */
  gap?: CalendarGap
  counts: SlipCounts
  remindedAt?: Instant
  rows: BoardRow[]
  canAct: boolean
  /** Families that have said something about the letter, if any (N07). */
  opinions?: number
  /** Whoever reads the board may read them too; said when it is opened. */
  readsOpinions?: true
  /** May correct the notice, and take it back (N11). */
  canAmend?: true
  /** May take it back, or stop a colleague's (G18, G20). */
  canWithdraw?: true
  withdrawn?: Withdrawn
}

export const slipOpinions = z.object({ noticeId: id, classId: id })

/** One family's opinion; in the order in which they came. */
export interface Opinion {
  childId: string
  /** 张小明妈妈 */
  signer: string
  at: Instant
  /** Absent: WeChat has not let the words pass, and the reader is no leader. */
  words?: string
  /** WeChat has not let the words pass: read with care (C04). */
  doubted?: true
}

/** Of one class, whole: a line a child at most. */
export interface Opinions {
  title: string
  className: string
  opinions: Opinion[]
}

export const slipRemind = z.object({ noticeId: id, classId: id })

export interface Reminded {
  remindedAt: Instant
  reminded: number
  notReminded: number
}

export const slipFollowUp = z.object({
  noticeId: id,
  classId: id,
  childId: id,
  way: z.enum(FOLLOW_UP_WAYS),
  told: title(limits.NAME_MAX),
  at: instant,
  result: z.optional(note(limits.FOLLOW_UP_RESULT_MAX)),
  takesBack: z.optional(z.boolean()),
  /** Only while the child is not reached: a paper that is scanned twice is one (X04). */
  once: z.optional(z.boolean()),
})

export const slipClose = z.object({ noticeId: id, classId: id })

/** 签过的通知: what the caller signed for one child, also after the child has gone (L12). */
export const slipSigned = z.object({ identity: identityKey, after: z.optional(cursor) })

export interface SignedPaper {
  noticeId: string
  classId: string
  className: string
  title: string
  kind: NoticeKind
  signedAt: Instant
  signer: string
}
export interface SignedPapers extends Paged {
  childName: string
  papers: SignedPaper[]
}

/** What stands in the code of a paper slip, behind `paper=`. */
export const paperRead = z.object({ code: z.string().check(z.regex(/^[\w-]{24}\.[\w-]{10}$/)) })

/** The child and the notice that a scanned paper belongs to. */
export interface PaperRead {
  noticeId: string
  classId: string
  title: string
  /** Of the slip. */
  state: NoticeState
  /** The version that was on the paper, and the one that is out now (N11). */
  printed: number
  version: number
  row: BoardRow
}

export const slipProof = z.object({ noticeId: id, classId: id, childId: id })

/** A signed notice for the file of one child (N17). */
export interface SlipProof {
  childId: string
  childName: string
  className: string
  title: string
  salutation: string
  body: string
  issuer: string
  source: NoticeSource
  /** What its kind has besides, and who approved it. */
  fields?: KindFields
  approver?: string
  publishedAt: Instant
  /** Absent: nobody has signed. */
  signed?: {
    at: Instant
    /** What the family said of a letter (N07). */
    opinion?: string
    /** 张小明妈妈 */
    signer: string
    /** The version that was signed. */
    version: number
    late: boolean
    typedName?: string
    signatureUrl?: string
  }
}
/** Their author's, who may be the leader of a grade, and the head teacher's. */
const OF_AUTHORS = { roles: [...STAFF, 'officer'], offices: ['grade_leader'] } as const

export const slipRows = {
  'slip.signed': {
    input: slipSigned,
    output: answer<SignedPapers>(),
    roles: ['guardian'],
    scope: 'identity',
    looks: true,
    former: ['left', 'suspended', 'archived'],
  },
  'slip.markRead': { input: slipMarkRead, output: answer<Done>(), roles: ['guardian'], scope: 'place' },
  'slip.sign': {
    input: slipSign,
    output: answer<Signed>(),
    roles: ['guardian'],
    scope: 'place',
    needsCard: true,
    underPact: true,
  },
  'slip.answer': {
    input: slipAnswer,
    output: answer<Answered>(),
    roles: ['guardian'],
    scope: 'place',
    needsCard: true,
    underPact: true,
  },
  'board.read': {
    input: boardRead,
    output: answer<Board>(),
    roles: [...STAFF, 'officer'],
    offices: ['grade_leader'],
    scope: { find: 'board' },
    looks: true,
    former: ['archived'],
  },
  // For the author, and for the leaders.
  'slip.opinions': {
    input: slipOpinions,
    output: answer<Opinions>(),
    roles: STAFF,
    scope: { find: 'opinions' },
    looks: true,
    former: ['archived'],
  },
  'slip.remind': { input: slipRemind, output: answer<Reminded>(), ...OF_AUTHORS, scope: { find: 'slip' } },
  'slip.followUp': { input: slipFollowUp, output: answer<Board>(), ...OF_AUTHORS, scope: { find: 'slip' } },
  'slip.close': { input: slipClose, output: answer<Board>(), ...OF_AUTHORS, scope: { find: 'slip' } },
  // Somebody else's paper looks like a code of nobody.
  'paper.read': { input: paperRead, output: answer<PaperRead>(), roles: STAFF, scope: { find: 'paper' }, looks: true },
  'slip.proof': {
    input: slipProof,
    output: answer<SlipProof>(),
    roles: [...STAFF, 'guardian'],
    scope: { find: 'proof' },
    looks: true,
    former: ['left', 'suspended', 'archived'],
  },
} as const satisfies Rows

/** slips: a paper slip a child. list: the whole class on A4 for the file. table: the same for Excel. */
export const BOARD_PAPERS = ['slips', 'list', 'table'] as const

export const boardPrint = z.object({
  noticeId: id,
  classId: id,
  as: z.enum(BOARD_PAPERS),
  /** Whose slips; absent: those of the children not reached. */
  childIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(limits.CLASS_SIZE_MAX))),
})

export interface BoardPrinted {
  /** A document that the phone opens, prints or forwards; open for minutes. */
  url: string
  name: string
  /** Children on it. */
  children: number
  /** The text is longer than a slip: its last sheets go with every slip. */
  annex: boolean
}

/** The exporter answers it: sheets are drawn and a file is written. */
export const slipPrintRows = {
  'board.print': {
    input: boardPrint,
    output: answer<BoardPrinted>(),
    roles: STAFF,
    scope: { find: 'board' },
    former: ['archived'],
    rate: { burst: 10, every: 30_000 },
  },
} as const satisfies Rows
