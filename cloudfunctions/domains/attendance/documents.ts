// Decides the shapes of what attendance keeps: warnings of sickness.
import type { CheckedWords, Day, DropoutStep, Instant, OutbreakSymptom, ReportedTo } from '@class-pact/core/contract'
import type { Progress } from '../../common/store/changes'
import type { Duty, Trailed } from '../../common/store/documents'

interface Signed {
  at: Instant
  card: string
}

/** `_id` = `<classId>:<symptom>:<firstDay>`: children of a class who fall ill together, however many days it goes on. */
export interface WarningDoc extends Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  symptom: OutbreakSymptom
  firstDay: Day
  lastDay: Day
  /** On the last day, and within three days up to it. */
  today: number
  children: number
  since: Instant
  cases: { childId: string; no: string; name: string; day: Day }[]
  /** When it was counted: an older count that comes late changes nothing. */
  asOf: Instant
  verified?: Signed & { holds: boolean }
  reported?: Signed & { to: ReportedTo[] }
  /** A leader found that it is none, when it had so many; or it was counted again, and there were too few. */
  closed?: { at: Instant; children: number }
  /** Somebody has something to do about it. */
  open: boolean
  /** The leaders and the head teacher are to be told of it, once (W5). */
  duty?: Duty
}

/** `_id` = `<childId>:<firstDay>`: a child that is to be brought back, until it is, or has left (Q20). */
export interface DropoutDoc extends Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  childId: string
  no: string
  name: string
  firstDay: Day
  lastDay: Day
  days: number
  openedAt: Instant
  due: Record<DropoutStep, Day>
  steps: Partial<Record<DropoutStep | 'received', Signed & { words?: CheckedWords; wordsHeld?: true }>>
  open: boolean
  closed?: { at: Instant; how: 'back' | 'left' }
}

/** How far a look at what has changed has come. One document among the warnings. */
export interface WatchDoc extends Progress {
  _id: string
  /** The day it is about: a new day begins with leave that was handed in before. */
  day: Day
}
