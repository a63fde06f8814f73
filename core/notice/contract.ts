// Decides what a phone may ask and learn about notices.
import * as z from 'zod/mini'
import {
  answer,
  STAFF,
  MEMBERS,
  GRADES,
  NOTICE_KINDS,
  FORM_PER,
  REPLY_MODES,
  URGENT_CAUSES,
  cursor,
  documentName,
  fileId,
  id,
  kindFields,
  noticeEvent,
  identityKey,
  instant,
  limits,
  postBody,
  postLine,
  quotation,
  words,
  type Awaits,
  type Fee,
  type KindFields,
  type Rows,
  type CalendarGap,
  type Done,
  type Grade,
  type Instant,
  type NoticeDocument,
  type NoticeKind,
  type NoticeSource,
  type NoticeState,
  type Paged,
  type Publishing,
  type Reason,
  type ReplyMode,
  type SchoolCalendar,
  type StopLevel,
  type Verdict,
} from '../wire'
import type { Pact } from '../pact/contract'
import type { ReviewDecision } from '../review/contract'
import { questions, type QuestionCount } from '../form/contract'
import type { EntryState, OwnAnswers, SlipCounts, Withdrawn } from '../slip/contract'

const classIds = z.array(id).check(z.minLength(1), z.maxLength(limits.CLASSES_MAX))

const isOnceEach = (ids: string[]) => new Set(ids).size === ids.length

/** One child alone is a letter to its family, `child`: nobody else of the staff reads it (C24). */
const SOME_LEAST = 2
const childIds = z.array(id).check(z.minLength(SOME_LEAST), z.maxLength(limits.CLASS_SIZE_MAX), z.refine(isOnceEach))

/** Marks of people, as `notice.prepare` gave them; no openid leaves the cloud. */
const marks = z.array(id).check(z.minLength(1), z.maxLength(limits.STAFF_CHOSEN_MAX), z.refine(isOnceEach))

const whom = z.union([z.enum(['all', 'heads']), z.object({ grade: z.enum(GRADES) }), z.object({ chosen: marks })])

/** Everybody who works there, the head teachers, those of a grade, or chosen ones. */
export type Whom = z.infer<typeof whom>

const audience = z.discriminatedUnion('to', [
  z.object({ to: z.literal('classes'), classIds }),
  z.object({ to: z.literal('grade'), schoolId: id, grade: z.enum(GRADES) }),
  z.object({ to: z.literal('school'), schoolId: id }),
  z.object({ to: z.literal('child'), classId: id, childId: id }),
  z.object({ to: z.literal('children'), classId: id, childIds }),
  z.object({ to: z.literal('staff'), schoolId: id, whom }),
])

export type Audience = z.infer<typeof audience>

/** Somebody of a school's staff, in all their posts together. */
export interface StaffMember {
  /** Stands for this person, and tells nothing of them. */
  mark: string
  /** 语文王老师 */
  card: string
  isHead: boolean
  /** Of the classes they teach, or lead as a grade leader. */
  grades: readonly Grade[]
}

/** What a notice asks (N04): one sheet a child, or one a family; 匿名问卷 where nobody learns who said what (N20). */
const noticeForm = z.object({
  questions,
  per: z.enum(FORM_PER),
  anonymous: z.optional(z.boolean()),
})

export type NoticeForm = z.input<typeof noticeForm>

/** What somebody wants to say; the server lays it out (N02). */
export const noticeDraft = z.object({
  kind: z.enum(NOTICE_KINDS),
  source: z.optional(z.enum(['bureau', 'school'])),
  title: postLine(limits.TITLE_MAX),
  body: postBody(limits.BODY_MAX),
  replyMode: z.enum(REPLY_MODES),
  deadline: z.optional(instant),
  audience,
  photos: z.array(fileId).check(z.maxLength(limits.PHOTOS_MAX)),
  /** PDF. Absent: none. */
  documents: z.optional(z.array(z.object({ fileId, name: documentName })).check(z.maxLength(limits.DOCUMENTS_MAX))),
  /** 活动 外出 家长会 离校 */
  event: z.optional(noticeEvent),
  /** 填表: with the reply mode `form`, and only with it. */
  form: z.optional(noticeForm),
  /** 学期反馈: what the whole school's families are asked of the term, once a term and anonymously (G14). */
  feedback: z.optional(z.literal(true)),
  /** Goes out in quiet hours; logged and told to the principal (T01). */
  urgent: z.optional(z.object({ cause: z.enum(URGENT_CAUSES), reason: postLine(limits.URGENT_REASON_MAX) })),
  ...kindFields,
})

export type NoticeDraft = z.input<typeof noticeDraft>

/** Everything the composing phone needs to judge while one types. */
/** `grade`: as the leader of that grade (G01). */
export const noticePrepare = z.object({ schoolId: id, classId: z.optional(id), grade: z.optional(z.enum(GRADES)) })

export interface NoticePrepared {
  schoolId: string
  /** As the signature line will read: 幸福街小学三（2）班 语文王老师. */
  issuer: string
  classes: {
    classId: string
    name: string
    children: number
    guardians: number
    roster: { childId: string; no: string; name: string }[]
  }[]
  pact: Pact
  calendar: SchoolCalendar
  /** Next school day 18:00. */
  defaultDeadline: Instant
  stop?: StopLevel
  weekCount: number
  /** Own latest notices: another on the same matter corrects the first (N03, T13). */
  previous?: {
    noticeId: string
    classId: string
    title: string
    text: string
    at: Instant
    event?: NoticeDraft['event']
  }[]
  /** Whether this author writes to many at once, after a look, or not at all (G01). */
  publishing: Publishing
  /** Leaders: who works at the school, in marks (N19). */
  staff?: StaffMember[]
  /** Whoever writes is the school's only leader: nobody could look at what is held (G01). */
  noReviewer?: true
}

/** 请人工看: what the judge refuses, and a person may let through, waits for a leader instead (C05–C07, C11). */
const review = z.optional(z.boolean())

export const noticePublish = z.extend(noticeDraft, { review })

/**
 * A published notice in other words; kind, audience and reply stay what they are. `audience` says where it is: the one it was
 * published to.
 */
export const noticeAmend = z.object({
  noticeId: id,
  audience,
  /** The version that was on the screen. */
  version: z.int().check(z.gte(1), z.lte(limits.VERSIONS_MAX)),
  title: noticeDraft.shape.title,
  body: noticeDraft.shape.body,
  deadline: noticeDraft.shape.deadline,
  event: noticeDraft.shape.event,
  /** What stays, by the ids it is kept under, and new uploads. */
  photos: noticeDraft.shape.photos,
  urgent: noticeDraft.shape.urgent,
  /** Its author says that the meaning changed; a changed time, place, deadline or sum is one, whatever they say. */
  asksAgain: z.boolean(),
  /** What was corrected; an announced time is not changed without a word (T13). */
  note: z.optional(words),
  review,
})

export interface NoticePublished {
  noticeId: string
  classIds: string[]
  state: NoticeState
  verdict: Verdict
  reasons: Reason[]
  releaseAt?: Instant
  /** Of the day it waits for nobody knows whether it is a school day (T06). */
  gap?: CalendarGap
  /** People a WeChat message will reach, and people it will not: pushed is not reached. */
  push: { reminded: number; notReminded: number }
  /** Held, and written by the only leader: nobody could look at it (G01). */
  noReviewer?: true
  /** Held: whose word it waits for, if not any reviewer's. */
  awaits?: Awaits
}

/** What became of a correction: the same as of a notice. `published`: its words stand. */
export interface NoticeAmended extends NoticePublished {
  /** Of the notice that was corrected, once the words stand. */
  version: number
  /** Whoever has signed signs again. */
  asksAgain: boolean
}

/** The words of a notice as they stood, or stand. */
export interface NoticeVersion {
  version: number
  /** When they came out. */
  at: Instant
  title: string
  body: string
  deadline?: Instant
  event?: NoticeDraft['event']
  photos: number
  /** Of a correction: by whom, and what was corrected. */
  by?: string
  asksAgain?: boolean
  note?: string
}

/**
 * What a list of notices is narrowed to. 待签 已签 逾期 待审 待送达 已撤回: of a family's own lines; of a class's children, all of
 * them or some missing; of the school by the deadline alone. `held` and `queued` are one's own posts that are not out.
 */
export const NOTICE_STANDINGS = ['waiting', 'signed', 'overdue', 'held', 'queued', 'withdrawn'] as const
export type NoticeStanding = (typeof NOTICE_STANDINGS)[number]

export const noticeList = z.object({
  identity: identityKey,
  kind: z.optional(z.enum(NOTICE_KINDS)),
  /** Looked for in title, sender and body, as they stand there. */
  words: z.optional(quotation(limits.SEARCH_MAX)),
  state: z.optional(z.enum(NOTICE_STANDINGS)),
  /** Families: one of several children. */
  childId: z.optional(id),
  /** Leaders: one class. */
  classId: z.optional(id),
  /** todo: waits for this person; staff: what went to the staff (N19). */
  filter: z.optional(z.enum(['todo', 'all', 'staff'])),
  before: z.optional(cursor),
})

export interface NoticeRow {
  noticeId: string
  classId: string
  className: string
  source: NoticeSource
  kind: NoticeKind
  title: string
  sender: string
  replyMode: ReplyMode
  important: boolean
  deadline?: Instant
  publishedAt?: Instant
  releaseAt?: Instant
  gap?: CalendarGap
  state: NoticeState
  version: number
  /** A correction on its way: not a notice of its own. */
  amends?: true
  /** Why it is no more. */
  withdrawn?: Withdrawn
  /** Guardians: their children's entries. */
  mine?: { childId: string; childName: string; state: EntryState }[]
  /** Staff: the slip's figures. */
  counts?: SlipCounts
  /** It goes to the staff; `answered`: whether the reader has, if they are among the addressed (N19). */
  toStaff?: { answered?: boolean }
}

/** What waits for this person first, then the latest. */
export interface NoticePage extends Omit<Paged, 'next'> {
  rows: NoticeRow[]
  stop?: StopLevel
  /** Pass as `before` for the next page; absent at the end. */
  next?: string
}

/** What those asked are told of the answers of all. */
export interface SharedResults {
  at: Instant
  /** Sheets that were handed in. */
  total: number
  questions: QuestionCount[]
}

/** `history`: with the words of every version. */
export const noticeRead = z.object({ noticeId: id, classId: id, history: z.optional(z.boolean()) })

export interface NoticeDetail {
  noticeId: string
  classId: string
  className: string
  schoolName: string
  source: NoticeSource
  kind: NoticeKind
  state: NoticeState
  version: number
  title: string
  salutation: string
  body: string
  issuer: string
  publishedAt?: Instant
  releaseAt?: Instant
  gap?: CalendarGap
  photos: { fileId: string; url: string }[]
  /** Absent: none. */
  documents?: NoticeDocument[]
  replyMode: ReplyMode
  important: boolean
  deadline?: Instant
  event?: NoticeDraft['event']
  /** What its kind has besides, if anything; the request to the principal only for staff (N09). */
  fields?: KindFields
  /** Of a fee: who has approved it (C37). */
  approver?: string
  /** Of a held notice, for its author: whose word it waits for. */
  awaits?: Awaits
  form?: NoticeForm
  /** The result, once it was sent to those asked: counts, never who (N20). */
  results?: SharedResults
  /** Guardians: own children in this slip. */
  mine: {
    childId: string
    childName: string
    state: EntryState
    signedAt?: Instant
    /** 张小明妈妈 */
    signer?: string
    signedByMe?: boolean
    signatureUrl?: string
    typedName?: string
    /** What this family said of a letter (N07). */
    opinion?: string
    late?: boolean
    /** The version that was signed. */
    version?: number
    /** Signed under words that stand no more: asked again (N11). */
    before?: { version: number; signedAt: Instant; signer: string }
    answers?: OwnAnswers
  }[]
  /** Guardians, of an urgent notice: whom they may call at once, where they are allowed (M16). */
  calls?: { teacher?: string; school?: string }
  /** Staff who may open the board. */
  counts?: SlipCounts
  /** Author of a held or queued notice: why. */
  reasons?: Reason[]
  /** Author of a held notice: they are the only leader, nobody else could look at it (G01). */
  noReviewer?: true
  /** Author: what a leader decided of it, with the words (G01). */
  decided?: { decision: ReviewDecision; by: string; at: Instant; words?: string; wordsHeld?: boolean }
  /** Author of a returned notice: what to mend and send again. Whoever may correct it: what to begin with. */
  draft?: NoticeDraft
  /** The latest correction. */
  amended?: { at: Instant; by: string; asksAgain: boolean; note?: string }
  /** Asked for: all versions, the first one first. */
  history?: NoticeVersion[]
  /** May correct it (N11). */
  canAmend?: true
  /** May take it back, or stop a colleague's (G18, G20). */
  canWithdraw?: true
  /** Corrections of it that wait. */
  corrections?: { noticeId: string; state: NoticeState; releaseAt?: Instant }[]
  /** It is a correction itself; `done`: its words stand, or another one was quicker. */
  amends?: { noticeId: string; done?: 'applied' | 'outrun' }
  withdrawn?: Withdrawn
}

/** Every fee that has been out is there for every member of the school (C37). */
export const noticeFees = z.object({ identity: identityKey, after: z.optional(cursor) })

export interface FeeRow {
  noticeId: string
  title: string
  fee: Fee
  approver: string
  /** Classes it went to; the school's name where it went to all. */
  classNames: string[]
  publishedAt: Instant
  /** It does not hold any more; it stays on the page. */
  withdrawn?: true
}

/** The newest first. */
export interface FeePage extends Paged {
  fees: FeeRow[]
}

/** `reason`: what whoever has read it is told; needed once it is out. */
export const noticeWithdraw = z.object({ noticeId: id, reason: z.optional(words) })

/** The writer answers it: the judge reads the text. */
export const noticeWritingRows = {
  // What the pact refuses is not sent to WeChat; of what is refused a verdict is kept (X03).
  'notice.publish': {
    input: noticePublish,
    output: answer<NoticePublished>(),
    roles: [...STAFF, 'officer'],
    offices: ['grade_leader'],
    scope: { find: 'audience' },
    asksItself: true,
  },
  'notice.amend': {
    input: noticeAmend,
    output: answer<NoticeAmended>(),
    roles: STAFF,
    scope: { find: 'noticeToAmend' },
    asksItself: true,
  },
} as const satisfies Rows

export const noticeRows = {
  'notice.prepare': {
    input: noticePrepare,
    output: answer<NoticePrepared>(),
    roles: [...STAFF, 'officer'],
    offices: ['grade_leader'],
    scope: 'place',
    looks: true,
  },
  'notice.list': {
    input: noticeList,
    output: answer<NoticePage>(),
    roles: MEMBERS,
    scope: 'identity',
    looks: true,
    former: ['archived'],
  },
  'notice.fees': {
    input: noticeFees,
    output: answer<FeePage>(),
    roles: MEMBERS,
    scope: 'identity',
    looks: true,
    former: ['archived'],
  },
  // A teacher whose own child is in the class reads as a teacher, and finds the child's line too.
  'notice.read': {
    input: noticeRead,
    output: answer<NoticeDetail>(),
    roles: [...STAFF, 'officer', 'guardian'],
    offices: ['grade_leader'],
    scope: { find: 'noticeInClass' },
    looks: true,
    former: ['left', 'suspended', 'archived'],
  },
  'notice.withdraw': {
    input: noticeWithdraw,
    quotes: true,
    output: answer<Done>(),
    roles: [...STAFF, 'officer'],
    offices: ['grade_leader'],
    scope: { find: 'noticeToWithdraw' },
  },
} as const satisfies Rows
