// Decides the shapes of cases and reports.
import type { Founded, Trailed, CheckResult, Duty } from '../../common/store/documents'
import type { AppealDecision, CheckedWords, CaseStep, Instant, Role } from '@class-pact/core/contract'
import type { Ladder, Rise } from '@class-pact/core/moderation'

/** What follows a guardian's breach (G04–G06); never removed, only closed. */
export interface CaseDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  childId: string
  childName: string
  guardian: { openid: string; card: string }
  rule: string
  evidence: CheckedWords
  /** What WeChat said of it, if not pass: it quotes what happened, so it is kept whatever it is (G11). */
  evidenceCheck?: CheckResult
  state: 'open' | 'closed'
  steps: {
    step: CaseStep
    at: Instant
    by: string
    role: Role
    words: CheckedWords
    wordsCheck?: CheckResult
    until?: Instant
    /** The principal has ended it on appeal. */
    lifted?: true
  }[]
  /** Who took the latest step: they answer no appeal against it. */
  taker?: string
  /** Its guardian asks the principal to look again; the latest last. */
  appeals?: AppealDoc[]
  /** The latest appeal was filed then, and nobody has answered it. */
  appealedAt?: Instant
  openedAt: Instant
  openedBy: string
  /** A subject teacher who has opened it: they find it again (M18). */
  opener?: string
  /** Of the pact it was opened under: no later version makes a mute longer (G15). */
  ladder: Ladder
  /** Of the same pact: the desks it comes to, and when; absent: matters do not rise step by step there (G21). */
  rises?: Rise[]
  /** When it stops being the head teacher's alone; absent in cases that are older than this: after the ladder's days (G06). */
  leadersAt?: Instant
  /** The desks up to this step upward have been told (G21). */
  toldTo?: Instant
  /** `carry_out`: the latest step is decided, but not yet done to the guardian; `tell`: it will come to another desk. */
  duty?: Duty
  closed?: { at: Instant; by: string; role: Role; words: CheckedWords; wordsCheck?: CheckResult }
  /** `<classId>:<openid>` while open, `closed:<caseId>` after: unique, so that a guardian has one open case a class. */
  slot: string
}

/** One appeal; the case it is about carries it. */
export interface AppealDoc {
  at: Instant
  words: CheckedWords
  wordsCheck?: CheckResult
  answered?: {
    at: Instant
    by: string
    role: Role
    decision: AppealDecision
    words: CheckedWords
    wordsCheck?: CheckResult
    /** The mute that was lifted would have ended then. */
    ended?: Instant
  }
}

/** What a supervisor tells the leaders (M06); never removed, only answered. */
export interface ReportDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  by: { openid: string; card: string }
  words: CheckedWords
  wordsCheck?: CheckResult
  at: Instant
  state: 'open' | 'answered'
  answered?: { at: Instant; by: string; role: Role; words: CheckedWords; wordsCheck?: CheckResult }
}
