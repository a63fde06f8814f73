// Decides the shape of a roll's document.
import type { Day, Half, Instant } from '@class-pact/core/contract'
import type { KeptContact, KeptLine } from '@class-pact/core/roll'
import type { RollCounts } from '@class-pact/core/contract'
import type { Duty, Trailed } from '../../common/store/documents'
import type { Reaching } from '../../common/store/reached'

/**
 * `_id` = `<classId>:<day>:<half>`: one roll of a class and half day, whoever takes it. A search that opens without a roll
 * (not back after leave) makes one that nobody has taken.
 */
export interface RollDoc extends Trailed, Reaching {
  _id: string
  schoolId: string
  classId: string
  className: string
  day: Day
  half: Half
  /** When somebody took it last, truly; absent: nobody has. */
  takenAt?: Instant
  takenBy?: { card: string }
  /** Everybody of the roster of that half day, by child; none while nobody has taken it. */
  lines: Record<string, KeptLine>
  /** Of the lines. */
  counts: RollCounts
  /** Whom somebody looks for, or has looked for, by child (L05). */
  contacts: Record<string, KeptContact>
  /** How many of them are still looked for. */
  open: number
  /** Counts the changes, so that two who change it at once notice one another. */
  version: number
  /** The family is to be told, the leaders, or leave is to end. */
  duty?: Duty
  updatedAt: Instant
}
