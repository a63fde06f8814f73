// Decides the shape of a school year's promotion.
import type { Instant, YearState } from '@class-pact/core/contract'
import type { YearMove } from '@class-pact/core/year'
import type { Duty, Trailed } from '../../common/store/documents'

/** `_id` = `<schoolId>:<year>`: two who start it at once start one. */
export interface YearDoc extends Trailed {
  _id: string
  schoolId: string
  /** The year in which the school year begins. */
  year: number
  state: YearState
  /** Of the plan that was seen. */
  digest: string
  /** What the present pass does, in this order; undoing goes the way back (docs/adr/0015). */
  moves: YearMove[]
  /** Moves that are made. */
  done: number
  /** Names the present pass, and is when it began; each pass has a later one. */
  turn: Instant
  /** The pass whose families confirm their cards. */
  promotedAt: Instant
  startedAt: Instant
  doneAt?: Instant
  /** From then on a notice is one of the year that is being gone back to. */
  undoAt?: Instant
  undoneAt?: Instant
  /** Classes for which the leader wants somebody new. */
  newHeads: string[]
  duty?: Duty
}
