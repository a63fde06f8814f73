// Decides the shape of a leave's document.
import type { LeaveApproval, SchoolHalf } from '@class-pact/core/leave'
import type { Founded, Trailed, CheckResult, KeptFile, Duty } from '../../common/store/documents'
import type {
  CalendarGap,
  LeaveDesk,
  LeaveKind,
  LeaveSpan,
  Day,
  CheckedWords,
  LeaveState,
  Instant,
} from '@class-pact/core/contract'

export interface LeaveDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  childId: string
  childName: string
  no: string
  kind: LeaveKind
  span: LeaveSpan
  days: number
  /** Days of it were guessed: the calendar did not reach that far (T06). */
  gap?: CalendarGap
  /** School days it covers. */
  dates: Day[]
  /** The first half school day after it: the child is expected then (L08). Older leaves have none. */
  back?: SchoolHalf
  /** That half day has passed its check, and whether the child has come back was looked into (L08). */
  sought?: true
  reason?: CheckedWords
  /** WeChat's word on the reason: shown only when it passed; the leave itself never waits for it. */
  check?: CheckResult
  proof: string[]
  /** What `proof` names. */
  files?: KeptFile[]
  state: LeaveState
  /** At whose desk it lies while it is pending; absent: at the head teacher's (L14). */
  at?: LeaveDesk
  /** Whose word it needs last, by the pact in force when it was asked for; absent: the head teacher's. */
  upTo?: LeaveDesk
  /** Who has said yes so far. */
  approvals?: LeaveApproval[]
  applicant: { openid: string; card: string }
  submittedAt: Instant
  decidedAt?: Instant
  decidedBy?: { openid: string; card: string }
  words?: CheckedWords
  /** WeChat has not let the words pass: the family does not read them. */
  wordsCheck?: CheckResult
  returnedAt?: Instant
  /** `<childId>:<day>:<half>` while it counts, `free:<leaveId>` afterwards: a unique index refuses two leaves for one half day. */
  slots: string[]
  /** Takes the place of this leave when it is approved. */
  replaces?: { leaveId: string; span: LeaveSpan }
  /** All half days it asks for, until it has those that the other leave holds. */
  wants?: string[]
  /** The leave that has taken its place. */
  replacedBy?: string
  updatedAt: Instant
  duty?: Duty
}
