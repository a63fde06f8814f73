// Decides the shape of a draw: its seed and the list it was made from, who was drawn, who has answered (H04).
import type { CheckedWords, Day, Instant, Question } from '@class-pact/core/contract'
import type { Family } from '@class-pact/core/draw'
import type { CheckResult, Founded, Trailed } from '../../common/store/documents'

export interface DrawDoc extends Trailed, Founded {
  _id: string
  schoolId: string
  title: CheckedWords
  questions: Question[]
  percent: number
  madeAt: Instant
  by: string
  card: string
  deadline: Instant
  /** First and last day of its term. */
  term: { from: Day; to: Day }
  seed: string
  /** Every family that could have been drawn, by id. */
  ids: string[]
  /** Who was drawn, by id. */
  drawn: Family[]
  /** All of their children, by which a family finds it. */
  children: string[]
  /** Who has answered: one line a family, and the call that did. What was said lies in `ballots` (docs/adr/0020). */
  answered: { family: string; call: string; digest: string }[]
  /** `<school>:<term>` while it stands, `void:<id>` after: unique, so that of two who draw at once one does. */
  slot: string
  voided?: { words: CheckedWords; check?: CheckResult; by: string; at: Instant }
}
