// Decides the shape of the purge of one school year of one school: what has gone, and the batch that is going.
import type { Instant, PurgeKind } from '@class-pact/core/contract'
import type { Duty, Trailed } from '../../common/store/documents'

/** Documents that go in one step: named before they go, so that a crash neither loses nor counts one twice. */
export interface Batch {
  /** Their collection. */
  of: string
  ids: string[]
  /** Files they name. */
  files: number
}

/** `_id` = `<schoolId>:<year>`, by the year the school year began in. */
export interface PurgeDoc extends Trailed {
  _id: string
  schoolId: string
  year: number
  /** By collection; counts, and nobody's names. */
  gone: Record<string, number>
  files: number
  batch?: Batch
  /** Counts the steps: of two runs that meet one goes on. */
  turn: number
  /** Kinds that have gone altogether. */
  kinds: PurgeKind[]
  doneAt?: Instant
  duty?: Duty
}
