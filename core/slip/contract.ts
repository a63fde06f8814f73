// Decides what a phone may ask and learn about the slips of a notice: sign-offs, the board, follow-ups.
import * as z from 'zod/mini'
import {
  answer,
  STAFF,
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
  type Rows,
  type CalendarGap,
  type Done,
  type FollowUpWay,
  type Instant,
  type LineClosed,
  type NoticeKind,
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
  'slip.sign': { input: slipSign, output: answer<Signed>(), roles: ['guardian'], scope: 'place', needsCard: true },
  'board.read': {
    input: boardRead,
    output: answer<Board>(),
    roles: [...STAFF, 'officer'],
    offices: ['grade_leader'],
    scope: { find: 'board' },
    looks: true,
    former: ['archived'],
  },
  'slip.remind': { input: slipRemind, output: answer<Reminded>(), ...OF_AUTHORS, scope: { find: 'slip' } },
  'slip.followUp': { input: slipFollowUp, output: answer<Board>(), ...OF_AUTHORS, scope: { find: 'slip' } },
  'slip.close': { input: slipClose, output: answer<Board>(), ...OF_AUTHORS, scope: { find: 'slip' } },
} as const satisfies Rows
