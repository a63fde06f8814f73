// Decides the shapes of notices and of what was refused or held.
import type { SearchText } from '@class-pact/core/notice'
import type { PhotoVerdict } from '../../common/wechat/media-check'
import type { Founded, Trailed, CheckResult, KeptFile, Duty, Withdrawal } from '../../common/store/documents'
import type {
  CalendarGap,
  NoticeSource,
  Role,
  NoticeDraft,
  Audience,
  NoticeState,
  Reason,
  UrgentCause,
  Awaits,
  Instant,
  ReviewDecision,
  SharedResults,
  CheckedWords,
} from '@class-pact/core/contract'

export interface NoticeDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  schoolName: string
  source: NoticeSource
  author: { openid: string; role: Role; card: string }
  issuer: string
  draft: NoticeDraft
  /** Title, sender and body, folded for who looks for words (N12). */
  search: SearchText
  audience: Audience
  /** Classes addressed, with the names needed to lay the notice out. */
  classes: { classId: string; name: string }[]
  version: number
  /** The words that stood before, the first ones first (N11). */
  versions?: FormerWords[]
  /** The latest correction. */
  amended?: Amended
  /** The first version whose answers count; absent: all. */
  signFrom?: number
  /** A correction is a post of its own until its words stand in the place of others. */
  amends?: Amends
  /** Who took it back, and why; `stops`: the head teacher stopped a colleague's (G20). */
  withdrawn?: Withdrawal & { role: Role; stops?: true }
  state: NoticeState
  important: boolean
  pactVersion: number
  reasons: Reason[]
  check: CheckResult
  /** What `draft.photos` names. */
  files?: KeptFile[]
  /** What `draft.documents` names. */
  documents?: KeptFile[]
  media: PhotoVerdict[]
  urgent?: { cause: UrgentCause; reason: string }
  /** Which leader looked at the override (T01). */
  urgentSeen?: { at: Instant; by: string; role: Role }
  createdAt: Instant
  releaseAt?: Instant
  /** Of the day it waits for nobody knew whether it is a school day (T06). */
  gap?: CalendarGap
  publishedAt?: Instant
  /** The result of its form, as it was sent to those asked (N20). */
  results?: SharedResults
  heldAt?: Instant
  /** Held for the word of somebody in particular; absent: any leader's. */
  awaits?: Awaits
  /** The judge refused it, and its author asks for a person's look (请人工看). */
  asksReview?: true
  /** Of a fee that goes out: the card of who approved it (C37). */
  approver?: string
  /** `seen`: photos WeChat calls risky that the reviewer looked at and let pass. */
  /** Kept as evidence (G11). */
  kept?: Instant
  /** While a rule alone holds it, its class's head teacher may look at it too; absent: leaders only (G01). */
  reviewer?: 'head_teacher'
  decided?: {
    by: string
    role: Role
    at: Instant
    decision: ReviewDecision
    words?: CheckedWords
    wordsCheck?: CheckResult
    seen?: string[]
  }
  duty?: Duty
}

export interface Amended {
  at: Instant
  by: string
  role: Role
  asksAgain: boolean
  note?: CheckedWords
  /** The correction that brought the words: its own when they have been waiting, else the call's. */
  through: string
}

/** `version`: the one on the author's screen. `done`: its words stand, or another correction was quicker. */
export interface Amends {
  noticeId: string
  version: number
  asksAgain: boolean
  note?: CheckedWords
  done?: 'applied' | 'outrun'
}

/** `amended`: absent of the first version. */
export interface FormerWords {
  version: number
  at: Instant
  draft: Pick<NoticeDraft, 'title' | 'body' | 'deadline' | 'event' | 'photos'>
  files?: KeptFile[]
  amended?: Amended
}

/** Append-only: what was refused or held, for X02, X03. Never the text itself, only its digest. */
export interface VerdictDoc {
  _id: string
  schoolId: string
  classIds: string[]
  authorOpenid: string
  role: Role
  rules: string[]
  verdict: 'hold' | 'refuse'
  labels: number[]
  digest: string
  at: Instant
}
