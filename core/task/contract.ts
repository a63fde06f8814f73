// Decides what a phone may ask and learn about tasks for a school's staff: answers, and the board by person (N19).
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  STAFF,
  id,
  limits,
  name,
  note,
  type Done,
  type Instant,
  type NoticeKind,
  type NoticeSource,
  type NoticeState,
  type Reason,
  type ReplyMode,
  type Rows,
} from '../wire'
import type { NoticeDraft } from '../notice/contract'

const named = z.object({ schoolId: id, noticeId: id })

export const taskAnswer = z.object({
  schoolId: id,
  noticeId: id,
  /** The version that was on the screen (N11). */
  version: z.int().check(z.gte(1)),
  /** 已完成, in words or without any. */
  report: z.optional(note(limits.REPORT_MAX)),
  /** Signed with the own name, as the school knows it. */
  typedName: z.optional(name),
})

export interface TaskAnswered {
  answeredAt: Instant
  /** false: answered earlier; an answer stands. */
  first: boolean
}

/** answered + missing = total; who has left and not answered counts nowhere (as L12). */
export interface TaskCounts {
  total: number
  answered: number
  /** Of the missing, opened it. */
  read: number
  missing: number
}

export interface TaskDetail {
  noticeId: string
  schoolId: string
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
  photos: { fileId: string; url: string }[]
  replyMode: ReplyMode
  deadline?: Instant
  event?: NoticeDraft['event']
  /** Absent: the reader is not among the addressed. */
  mine?: { readAt?: Instant; answeredAt?: Instant; late?: boolean; report?: string; typedName?: string }
  /** Leaders: there is a board. */
  hasBoard?: true
  /** Author of a held or queued one: why. */
  reasons?: Reason[]
}

export interface TaskRow {
  mark: string
  /** 语文王老师 */
  card: string
  /** `left`: works there no more, and is asked no more. */
  state: 'answered' | 'read' | 'unread' | 'left'
  at?: Instant
  late?: boolean
  report?: string
  /** WeChat has not let the words pass: read with care (C04). */
  doubted?: true
}

export interface TaskBoard {
  noticeId: string
  title: string
  kind: NoticeKind
  replyMode: ReplyMode
  state: NoticeState
  publishedAt: Instant
  deadline?: Instant
  counts: TaskCounts
  remindedAt?: Instant
  /** Closed without them. */
  without?: string[]
  /** Who is missing first, then as the staff stands. */
  rows: TaskRow[]
}

export interface TaskReminded {
  remindedAt: Instant
  reminded: number
  notReminded: number
}

/** `missing`: whom it is closed without, named one by one; they are those who were on the screen. */
export const taskClose = z.object({
  schoolId: id,
  noticeId: id,
  missing: z.optional(z.array(id).check(z.maxLength(limits.STAFF_MAX))),
})

/** Everybody who works at a school, in whichever post. */
const COLLEAGUES = [...STAFF, 'officer'] as const

export const taskRows = {
  'task.read': {
    input: named,
    output: answer<TaskDetail>(),
    roles: COLLEAGUES,
    scope: { find: 'task' },
    looks: true,
  },
  'task.markRead': { input: named, output: answer<Done>(), roles: COLLEAGUES, scope: 'place' },
  'task.answer': { input: taskAnswer, output: answer<TaskAnswered>(), roles: COLLEAGUES, scope: 'place' },
  'task.board': {
    input: named,
    output: answer<TaskBoard>(),
    roles: LEADERS,
    scope: { find: 'taskBoard' },
    looks: true,
  },
  'task.remind': { input: named, output: answer<TaskReminded>(), roles: LEADERS, scope: { find: 'taskBoard' } },
  'task.close': { input: taskClose, output: answer<TaskBoard>(), roles: LEADERS, scope: { find: 'taskBoard' } },
} as const satisfies Rows
