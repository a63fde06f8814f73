// Decides what documents of several domains have in common.
import type { DutyKind } from '@class-pact/core/notice'
import type { CheckedWords, Instant, Role } from '@class-pact/core/contract'

/** What the document has to be brought on to, and when; the scheduler claims it by a conditional update on `lease`. */
export interface Duty {
  kind: DutyKind | 'tell' | 'remind' | 'carry_out' | 'settle' | 'admit' | 'forget' | 'purge'
  at: Instant
  /** Claimed until then; 0 = free. */
  lease: Instant
  /** Failed tries, for the pause before the next. */
  tries: number
}

/** Who did what when, kept inside the document it changed and chained into `audit` by the scheduler (docs/adr/0003). */
export interface TrailEntry {
  /** requestId of the call, so that a repeated call adds nothing. */
  id: string
  /** What the call asked: the same id with other words is refused. Absent: the system's own act. */
  digest?: string
  at: Instant
  by: string
  role: Role | 'system'
  action: string
  detail?: Record<string, string | number | boolean>
}

/** A document whose id, or origin, is derived from a person and their requestId. */
export interface Founded {
  /** What the call asked that made it. */
  callDigest?: string
}

/** A file a document has taken: a copy nobody's phone can write, and what it was when it was checked (docs/adr/0010). */
export interface KeptFile {
  fileId: string
  /** SHA-256, hexadecimal. */
  digest: string
  bytes: number
  type: 'jpg' | 'png' | 'pdf'
  /** Of a picture. */
  width?: number
  height?: number
  /** Who gave it. */
  owner: string
}

/** A document that keeps its own trail until the scheduler has chained it into `audit`. */
export interface Trailed {
  trail: TrailEntry[]
  /** How many of these entries, from the first on, are chained. */
  audited: number
  /** How many chained entries the document no longer holds: the audit does. Absent: none. */
  cut?: number
  /** Some are not. */
  trailOpen: boolean
}

/** Who took something back, and why, as far as WeChat lets it be read (C04). */
export interface Withdrawal {
  at: Instant
  by: string
  words?: CheckedWords
  wordsCheck?: CheckResult
}

export interface CheckResult {
  suggest: 'pass' | 'review' | 'risky' | 'unavailable'
  label?: number
  traceIds: string[]
}
