// Decides the shape of a slip's document.
import type { Trailed, Duty } from '../../common/store/documents'
import type { CalendarGap, NoticeSource, NoticeKind, ReplyMode, Instant, UrgentCause } from '@class-pact/core/contract'
import type { SlipEntry } from '@class-pact/core/notice'

/** `_id` = `<noticeId>.<classId>`. A teacher's board is one read, a sign-off one conditional update. */
export interface SlipDoc extends Trailed {
  _id: string
  schoolId: string
  noticeId: string
  classId: string
  className: string
  authorOpenid: string
  sender: string
  source: NoticeSource
  kind: NoticeKind
  title: string
  replyMode: ReplyMode
  important: boolean
  deadline?: Instant
  /** Of its day nobody knew whether it is a school day (T06). */
  gap?: CalendarGap
  publishedAt: Instant
  version: number
  state: 'running' | 'closed' | 'withdrawn'
  /** A private notice: only this child's guardians and its author see it (C24, N18). */
  toChild?: string
  /** To some children of the class: only their families find it, and it is no notice of the class. */
  toSome?: true
  /** By child. A slip to one child has one entry: others' guardians do not find it. */
  entries: Record<string, SlipEntry>
  remindedAt?: Instant
  closedAt?: Instant
  /** Closed because its class graduated, in that year (L13). */
  graduated?: number
  urgentCause?: UrgentCause
  /** The reminder, by hand or before the deadline: there is one (N10). */
  duty?: Duty
  updatedAt: Instant
}
