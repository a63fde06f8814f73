// Decides what every list of the demo's entries is made from: the day, the families, the two classes.
import type { Day, Instant } from '@class-pact/core/contract'
import type { Families } from './families'

/** What every list of entries is made from. */
export interface Diary {
  now: Instant
  families: Families
  /** 三（2）班 and 五（1）班. */
  three: Place
  five: Place
  /** The n-th school day before today. */
  day: (ago: number) => Day
}
export interface Place {
  _id: string
  name: string
  head: 'wang' | 'zhao'
  roster: { childId: string; name: string }[]
}
