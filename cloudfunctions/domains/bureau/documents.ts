// Decides the shapes of the bureau's documents: its seat over a school, permission numbers, notices and their letters.
import type {
  BureauNoticeState,
  BureauReply,
  BureauSeatState,
  CheckedWords,
  Day,
  Inspection,
  Instant,
  PermissionUses,
} from '@class-pact/core/contract'
import type { SchoolSums } from '@class-pact/core/bureau'
import type { Duty, Founded, Trailed } from '../../common/store/documents'

/** One a school, `_id` is the school's: of two who are asked in at once one sits there. */
export interface BureauSeatDoc extends Trailed {
  _id: string
  schoolName: string
  state: BureauSeatState
  bureau: CheckedWords
  /** Who is asked in; from the answer on, who they say they are. */
  person?: CheckedWords
  /** Opens once, and not after `expiresAt`. */
  token?: string
  expiresAt?: Instant
  inviter?: { openid: string; card: string }
  /** From the answer on. */
  openid?: string
  bureauId?: string
  answeredAt?: Instant
  /** Over how many schools this person sat when they answered. */
  schools?: number
  since?: Instant
  /** The school's sums of this term; counted anew every night. */
  sums?: SchoolSums & { from: Day; asOf: Instant }
  /** This term's report, as the principal has handed it in. */
  inspection?: Inspection & { from: Day }
  duty?: Duty
}

export interface PermissionDoc extends Trailed, Founded {
  /** Derived from school and number: a number holds at one school. */
  _id: string
  number: string
  bureauId: string
  bureau: string
  schoolId: string
  schoolName: string
  purpose: CheckedWords
  from: Day
  to: Day
  uses: PermissionUses
  used: { noticeId: string; at: Instant }[]
  issuedAt: Instant
  ended?: Instant
}

/** What the bureau has written, once. */
export interface BureauNoticeDoc extends Founded {
  _id: string
  bureauId: string
  bureau: string
  title: CheckedWords
  body: CheckedWords
  replyMode: BureauReply
  sentAt: Instant
}

/** The same at one school, whose principal decides of it. */
export interface LetterDoc extends Trailed, Omit<BureauNoticeDoc, 'callDigest'> {
  /** Derived from notice and school. */
  _id: string
  bureauNoticeId: string
  schoolId: string
  schoolName: string
  state: BureauNoticeState
  decidedAt?: Instant
  /** Somebody is publishing it, as this notice. */
  claim?: { by: string; at: Instant; noticeId: string }
  noticeId?: string
}
