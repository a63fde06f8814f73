// Decides the shape of an office's document: who holds it, for which grade, from when until when.
import type { Trailed } from '../../common/store/documents'
import type { Day, Grade, Instant, Office } from '@class-pact/core/contract'

/** One office one person holds or has held; the leaders stand in the school itself (docs/adr/0016). */
export interface OfficeDoc extends Trailed {
  /** Derived from the application that brought its holder in: each admits once. */
  _id: string
  schoolId: string
  office: Office
  /** A grade leader's. */
  grade?: Grade
  openid: string
  name: string
  since: Instant
  /** The last day; absent: until it is ended. */
  until?: Day
  state: 'held' | 'ended'
  endedAt?: Instant
  /** One holder of a grade, one office of a kind a person; `ended:<id>` afterwards. A unique index refuses a second. */
  slot: string
}
