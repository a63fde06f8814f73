// Decides the shape of a slip's document.
import type { Withdrawal } from '../../common/store/documents'
import type { Trailed, Duty } from '../../common/store/documents'
import type { Reaching } from '../../common/store/reached'
import type { PhotoVerdict } from '../../common/wechat/media-check'
import type {
  GivenAnswer,
  CalendarGap,
  NoticeSource,
  NoticeKind,
  ReplyMode,
  Instant,
  UrgentCause,
} from '@class-pact/core/contract'
import type { SearchText, SlipEntry } from '@class-pact/core/notice'

/** The sheet of one child, or of all children of one guardian (N04, N20). */
export interface KeptAnswers {
  /** What it names lies in the slip's own folder. */
  sheet: GivenAnswer[]
  at: Instant
  version: number
  /** WeChat has not let the words pass: read with care (C04). */
  doubted?: true
}

/** `_id` = `<noticeId>.<classId>`. A teacher's board is one read, a sign-off one conditional update. */
export interface SlipDoc extends Trailed, Reaching {
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
  /** Title, sender and body, folded for who looks for words (N12). */
  search: SearchText
  replyMode: ReplyMode
  important: boolean
  deadline?: Instant
  /** Of its day nobody knew whether it is a school day (T06). */
  gap?: CalendarGap
  publishedAt: Instant
  version: number
  /** The first version whose answers count; absent: all (N11). */
  signFrom?: number
  state: 'running' | 'closed' | 'withdrawn'
  /** A private notice: only this child's guardians and its author see it (C24, N18). */
  toChild?: string
  /** To some children of the class: only their families find it, and it is no notice of the class. */
  toSome?: true
  /** By child. A slip to one child has one entry: others' guardians do not find it. */
  entries: Record<string, SlipEntry>
  /** 填表: what was asked, so that a sheet is taken only for what somebody has seen. */
  formDigest?: string
  /** Of an anonymous form what was said lies elsewhere: `BallotDoc` (docs/adr/0020). */
  anonymous?: true
  /** By child. */
  answers?: Record<string, KeptAnswers>
  /** What WeChat says of the photos of the answers. */
  media?: PhotoVerdict[]
  remindedAt?: Instant
  /** Of its paper slips, by which a scanned one is found; absent: none was printed (`paperOf`). */
  paper?: string
  closedAt?: Instant
  /** Why it is no more. */
  withdrawn?: Withdrawal
  /** Closed because its class graduated, in that year (L13). */
  graduated?: number
  urgentCause?: UrgentCause
  /** The reminder, by hand or before the deadline: there is one (N10). */
  duty?: Duty
  updatedAt: Instant
}

/** What a class said to an anonymous form: in the order of numbers drawn by phones, which tells nothing (docs/adr/0020). */
export interface BallotDoc {
  /** The slip's. */
  _id: string
  schoolId: string
  noticeId: string
  classId: string
  box: { id: string; sheet: GivenAnswer[]; doubted?: true }[]
}
