// Decides what a phone may ask and learn about notices.
import * as z from 'zod/mini'
import {
  answer,
  STAFF,
  MEMBERS,
  GRADES,
  NOTICE_KINDS,
  REPLY_MODES,
  URGENT_CAUSES,
  clockTime,
  cursor,
  day,
  fileId,
  id,
  identityKey,
  instant,
  limits,
  postBody,
  postLine,
  type Rows,
  type CalendarGap,
  type Done,
  type Grade,
  type Instant,
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
import type { EntryState, SlipCounts } from '../slip/contract'

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
  /** 活动 外出 家长会 离校 */
  event: z.optional(
    z.object({
      day,
      place: z.optional(postLine(limits.LABEL_MAX)),
      from: z.optional(clockTime),
      to: z.optional(clockTime),
    }),
  ),
  /** Goes out in quiet hours; logged and told to the principal (T01). */
  urgent: z.optional(z.object({ cause: z.enum(URGENT_CAUSES), reason: postLine(limits.URGENT_REASON_MAX) })),
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
  /** Whether this author writes to many at once, after a look, or not at all (G01). */
  publishing: Publishing
  /** Leaders: who works at the school, in marks (N19). */
  staff?: StaffMember[]
  /** Whoever writes is the school's only leader: nobody could look at what is held (G01). */
  noReviewer?: true
}

export const noticePublish = noticeDraft

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
}

export const noticeList = z.object({
  identity: identityKey,
  kind: z.optional(z.enum(NOTICE_KINDS)),
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

export const noticeRead = z.object({ noticeId: id, classId: id })

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
  replyMode: ReplyMode
  important: boolean
  deadline?: Instant
  event?: NoticeDraft['event']
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
    late?: boolean
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
  /** Author of a returned notice: what to mend and send again. */
  draft?: NoticeDraft
}

export const noticeWithdraw = z.object({ noticeId: id })

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
    output: answer<Done>(),
    roles: [...STAFF, 'officer'],
    offices: ['grade_leader'],
    scope: { find: 'noticeToWithdraw' },
  },
} as const satisfies Rows
