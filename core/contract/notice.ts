// Decides what a phone may ask and learn about notices and their slips.
import * as z from 'zod/mini'
import * as limits from './limits'
import type { Reason, Verdict } from './reply'
import type { Pact } from './people'
import {
  FOLLOW_UP_WAYS,
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
} from './values'
import { name, note, postBody, postLine, title, words } from './words'
import type {
  Day,
  FollowUpWay,
  Instant,
  NoticeKind,
  NoticeSource,
  NoticeState,
  Paged,
  ReplyMode,
  UrgentCause,
} from './values'

const audience = z.discriminatedUnion('to', [
  z.object({ to: z.literal('classes'), classIds: z.array(id).check(z.minLength(1), z.maxLength(limits.CLASSES_MAX)) }),
  z.object({ to: z.literal('school'), schoolId: id }),
  z.object({ to: z.literal('child'), classId: id, childId: id }),
])
export type Audience = z.infer<typeof audience>

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
export const noticePrepare = z.object({ schoolId: id, classId: z.optional(id) })
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
  weekCount: number
}
/** A school's own changes to the national calendar. */
export interface SchoolCalendar {
  rest: Day[]
  school: Day[]
}

export const noticePublish = noticeDraft
export interface NoticePublished {
  noticeId: string
  classIds: string[]
  state: NoticeState
  verdict: Verdict
  reasons: Reason[]
  releaseAt?: Instant
  /** People a WeChat message will reach, and people it will not: pushed is not reached. */
  push: { reminded: number; notReminded: number }
}

export const noticeList = z.object({
  identity: identityKey,
  kind: z.optional(z.enum(NOTICE_KINDS)),
  /** todo: waits for this person. */
  filter: z.optional(z.enum(['todo', 'all'])),
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
  state: NoticeState
  version: number
  /** Guardians: their children's entries. */
  mine?: { childId: string; childName: string; state: EntryState }[]
  /** Staff: the slip's figures. */
  counts?: SlipCounts
}
/** What waits for this person first, then the latest. */
export interface NoticePage extends Omit<Paged, 'next'> {
  rows: NoticeRow[]
  /** Pass as `before` for the next page; absent at the end. */
  next?: string
}

/** 已签 · 电话/纸质 · 已读未签 · 未读 · 收不到提醒 · 未绑定 */
export type EntryState = 'signed' | 'followed' | 'read' | 'unread' | 'not_reminded' | 'unbound'

/** signed + followed + missing = total; reached = signed + followed. */
export interface SlipCounts {
  total: number
  signed: number
  followed: number
  read: number
  missing: number
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
  editedAt?: Instant
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
  /** Staff who may open the board. */
  counts?: SlipCounts
  /** Author of a held or queued notice: why. */
  reasons?: Reason[]
  /** Author: what a leader decided of it, with the words (G01). */
  decided?: { decision: ReviewDecision; by: string; at: Instant; words?: string; wordsHeld?: boolean }
  /** Author of a returned notice: what to mend and send again. */
  draft?: NoticeDraft
}

export const noticeWithdraw = z.object({ noticeId: id })

export const slipMarkRead = z.object({ noticeId: id, classId: id, childId: id })
export const slipSign = z.object({
  noticeId: id,
  classId: id,
  childId: id,
  /** The version that was on the screen (N11). */
  version: z.int().check(z.gte(1)),
  signature: z.optional(fileId),
  typedName: z.optional(name),
})
export interface Signed {
  signedAt: Instant
  signer: string
  /** false: the co-guardian, or the same person earlier, had signed already. */
  first: boolean
  late: boolean
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
  counts: SlipCounts
  remindedAt?: Instant
  rows: BoardRow[]
  canAct: boolean
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
})
export const slipClose = z.object({ noticeId: id, classId: id })

export const reviewList = z.object({ schoolId: id, after: z.optional(cursor) })
/** The oldest first. */
export interface ReviewList extends Paged {
  items: ReviewItem[]
}
export interface ReviewItem {
  noticeId: string
  classIds: string[]
  classNames: string[]
  author: string
  kind: NoticeKind
  title: string
  body: string
  /** With WeChat's word on each, also when it came after the post was held. */
  photos: { fileId: string; url: string; suggest: 'pending' | 'pass' | 'review' | 'risky' }[]
  reasons: Reason[]
  /** What WeChat's check said. */
  check: { suggest: 'pass' | 'review' | 'risky' | 'unavailable'; label?: number }
  heldAt: Instant
  isMine: boolean
  /** Kept as evidence (G11). */
  kept: boolean
}
/** Urgent posts that went out in quiet hours and that no leader has looked at yet (T01). */
export const overrideList = z.object({ schoolId: id, after: z.optional(cursor) })
export interface Override {
  noticeId: string
  /** Absent: it went to one family (C24). */
  title?: string
  author: string
  className: string
  cause: UrgentCause
  reason: string
  at: Instant
  /** Whoever asks wrote it: another leader looks at it (G01). */
  isMine: boolean
}
/** The oldest first. */
export interface Overrides extends Paged {
  overrides: Override[]
}
export const overrideSee = z.object({ noticeId: id })

/** 通过 退回并说明 不予发出 请对方私聊: back to its author, to be said to one family (G17). */
export const REVIEW_DECISIONS = ['approve', 'return', 'refuse', 'talk'] as const
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number]
/** A return needs words: they are what the author mends by. */
export const reviewDecide = z.object({
  noticeId: id,
  decision: z.enum(REVIEW_DECISIONS),
  words: z.optional(words),
  /** Photos that WeChat calls risky and the reviewer has looked at: without them the post is not let through. */
  seen: z.optional(z.array(fileId).check(z.maxLength(limits.PHOTOS_MAX))),
})
