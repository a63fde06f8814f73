// Decides the shape of a task's document: everybody of the staff whom one notice addresses, and what they answered.
import type { Duty, Trailed } from '../../common/store/documents'
import type { CheckedWords, Instant, NoticeKind, NoticeSource, ReplyMode } from '@class-pact/core/contract'
import type { TaskLine } from '@class-pact/core/task'

/** One of the addressed. */
export interface TaskEntry extends TaskLine {
  openid: string
  name: string
  /** 语文王老师, as it was when the notice came out. */
  card: string
  report?: CheckedWords
  doubted?: true
  typedName?: string
}

/** `_id` = the notice's. A board is one read, an answer one conditional update (docs/adr/0024). */
export interface TaskDoc extends Trailed {
  _id: string
  schoolId: string
  authorOpenid: string
  sender: string
  source: NoticeSource
  kind: NoticeKind
  title: string
  replyMode: ReplyMode
  important: boolean
  deadline?: Instant
  publishedAt: Instant
  version: number
  state: 'running' | 'closed' | 'withdrawn'
  /** By mark (`markStaff`): who came to the school later is not among them. */
  entries: Record<string, TaskEntry>
  remindedAt?: Instant
  closedAt?: Instant
  /** Cards of those it was closed without. */
  without?: string[]
  /** The one reminder, by hand or before the deadline (N10). */
  duty?: Duty
  updatedAt: Instant
}
