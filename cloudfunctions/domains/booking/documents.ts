// Decides the shape of a reception day's document: one a class and day, with who has booked which time (H13).
import type { CheckedWords, Day, Instant } from '@class-pact/core/contract'
import type { CheckResult, Duty, Founded, Trailed } from '../../common/store/documents'
import type { Reaching } from '../../common/store/reached'

export interface Booking {
  childId: string
  childName: string
  /** 张小明妈妈 */
  card: string
  at: Instant
  noted?: { came: boolean; words?: CheckedWords; wordsCheck?: CheckResult; at: Instant; by: string }
}

/** Who is to be told of what. */
export interface Telling {
  id: string
  /** The class's head teacher of a booking; a family of a time that is no more. */
  to: { host: true } | { childId: string }
  what: 'booked' | 'freed' | 'closed'
  at: Instant
}

export interface ReceptionDoc extends Trailed, Founded, Reaching {
  _id: string
  schoolId: string
  classId: string
  className: string
  day: Day
  from: string
  to: string
  minutes: number
  place: CheckedWords
  /** Whose hours they are. */
  host: string
  openedAt: Instant
  /** By time, `0915`: of two families who want one, one conditional update decides. */
  bookings: Record<string, Booking>
  /** Children who have a time that day: one each. */
  children: string[]
  closed?: { words: CheckedWords; wordsCheck?: CheckResult; at: Instant; by: string }
  /** `<class>:<day>`: unique, so that a class has one such day on a day; `closed:<id>` after. */
  slot: string
  toTell: Telling[]
  duty?: Duty
}
