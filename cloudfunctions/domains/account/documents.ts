// Decides the shape of a request that a seat goes to another account.
import type { CheckedWords, Instant, MoveState, Relation } from '@class-pact/core/contract'
import type { CheckResult, Duty, Trailed } from '../../common/store/documents'

/** A seat as it was seen: whoever sits there since another moment is not meant. */
export interface Seat {
  openid: string
  since: Instant
}

export interface MoveDoc extends Trailed {
  /** Derived from the new account, the class and the child: asking twice is asking once. */
  _id: string
  schoolId: string
  classId: string
  className: string
  /** The new account. */
  openid: string
  childName: string
  guardianName: string
  relation: Relation
  /** The one child of the class that is meant. */
  childId?: string
  /** The invitation named the child: its name stays masked for the new account (C28). */
  masked?: true
  /** The one seat that fits; its owner is asked. */
  seat?: Seat & { card: string }
  said?: { mine: boolean; at: Instant }
  /** WeChat has not let the name pass (C04). */
  doubt?: CheckResult
  state: MoveState
  words?: CheckedWords
  wordsCheck?: CheckResult
  createdAt: Instant
  decidedAt?: Instant
  /** requestId of the decision, so that a repeated call finds its own. */
  decision?: string
  /** What was decided: this seat beside this child goes. */
  approvedFor?: Seat & { childId: string }
  /** Approved, and perhaps not carried out yet. */
  duty?: Duty
}
