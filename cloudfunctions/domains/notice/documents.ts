// Decides the shapes of notices and of what was refused or held.
import type { PhotoVerdict } from '../../common/wechat/media-check'
import type { Founded, Trailed, CheckResult, KeptFile, Duty } from '../../common/store/documents'
import type {
  CalendarGap,
  NoticeSource,
  Role,
  NoticeDraft,
  Audience,
  NoticeState,
  Reason,
  UrgentCause,
  Instant,
  ReviewDecision,
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
  audience: Audience
  /** Classes addressed, with the names needed to lay the notice out. */
  classes: { classId: string; name: string }[]
  version: number
  state: NoticeState
  important: boolean
  pactVersion: number
  reasons: Reason[]
  check: CheckResult
  /** What `draft.photos` names. */
  files?: KeptFile[]
  media: PhotoVerdict[]
  urgent?: { cause: UrgentCause; reason: string }
  /** Which leader looked at the override (T01). */
  urgentSeen?: { at: Instant; by: string; role: Role }
  createdAt: Instant
  releaseAt?: Instant
  /** Of the day it waits for nobody knew whether it is a school day (T06). */
  gap?: CalendarGap
  publishedAt?: Instant
  heldAt?: Instant
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
