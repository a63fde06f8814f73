// Decides the shape of the document that says which registers a school keeps, since when, with which numbers.
import type { Instant, OwnRegister } from '@class-pact/core/contract'
import type { Setting } from '@class-pact/core/register'
import type { Duty, Trailed } from '../../common/store/documents'

/** One a school, under the school's id; a school without has switched nothing on. */
export interface RegistersDoc extends Trailed {
  _id: string
  schoolId: string
  version: number
  /** Every time a register was switched on, changed or off, in order; the newest of each holds today. */
  settings: Setting[]
  /** By `own:<n>`: every version of its definition, the last holds. */
  own: Record<string, { definition: OwnRegister; at: Instant }[]>
  /** What was due until then has been told (D01). */
  toldTo?: Instant
  /** Who has not filled what is due is reminded (D01). */
  duty?: Duty
}
