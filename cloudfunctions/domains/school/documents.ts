// Decides the shape of a school's document.
import type { Trailed } from '../../common/store/documents'
import type { CheckedWords, Day, Instant, SchoolCalendar, SchoolKind, StopLevel } from '@class-pact/core/contract'

/** Absent `since`: since the school began. */
export interface Leader {
  openid: string
  name: string
  since?: Instant
}

export interface SchoolDoc extends Trailed {
  _id: string
  name: string
  kind: SchoolKind
  calendar: SchoolCalendar
  /** Changes of the calendar so far; absent: none (T06). */
  calendarVersion?: number
  calendarAt?: Instant
  principals: Leader[]
  /** 教导处 */
  office?: Leader[]
  /** Applications that have brought somebody in, newest last: each admits once, whatever is repeated (docs/adr/0008). */
  admitted?: string[]
  /** Of the principal's office, for families (M16). */
  phone?: string
  createdAt: Instant
  /** The latest school year whose purge is planned, by the year it began in (G23). */
  purgeYear?: number
  /** The last day on which staff were told what waits (W5). */
  toldOn?: Day
  /** Publishing is stopped; `askAt`: when the leaders are asked next whether to resume (G10, G19). */
  stop?: { level: StopLevel; reason: CheckedWords; at: Instant; by: string; askAt: Instant }
}
