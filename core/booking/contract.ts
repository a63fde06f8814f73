// Decides what a phone may ask and learn about reception days: times that a class's families book, one a child (H13).
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  clockTime,
  day,
  id,
  limits,
  note,
  postLine,
  words,
  type Day,
  type Instant,
  type Rows,
} from '../wire'

/** Days that are opened at once: every second Saturday of a term. */
export const RECEPTION_DAYS_MAX = 10
/** One family's time, minutes: a word, or a long talk. */
export const SLOT_MINUTES = [10, 15, 20, 30] as const
/** Days of a class that a page shows: those of a term, past and to come. */
export const RECEPTIONS_SHOWN = 40

export const bookingList = z.object({ classId: id })

/** One time of a reception day. */
export interface BookingSlot {
  /** 09:15 */
  time: string
  /** It has begun. */
  past?: true
  /** Somebody has it; who, only the school and that family know. */
  taken?: true
  /** The reader's own child has it. */
  mine?: { childId: string; childName: string }
  /** Staff: whose it is, and what came of it. */
  booking?: {
    childId: string
    childName: string
    card: string
    noted?: { came: boolean; words?: string; at: Instant; by: string }
  }
}

export interface Reception {
  receptionId: string
  classId: string
  className: string
  day: Day
  from: string
  to: string
  minutes: number
  place: string
  /** 语文王老师 */
  by: string
  state: 'open' | 'over' | 'closed'
  slots: BookingSlot[]
  /** Why it does not take place. */
  words?: string
}

export interface Receptions {
  classId: string
  className: string
  /** Today and to come, the next first; for staff also those that are over, the latest first. */
  days: Reception[]
  over: Reception[]
  mayOpen: boolean
  now: Instant
}

export const bookingOpen = z.object({
  classId: id,
  days: z.array(day).check(z.minLength(1), z.maxLength(RECEPTION_DAYS_MAX)),
  from: clockTime,
  to: clockTime,
  minutes: z.literal([...SLOT_MINUTES]),
  place: postLine(limits.LABEL_MAX),
})
export const bookingClose = z.object({ receptionId: id, words })
export const bookingTake = z.object({ receptionId: id, childId: id, time: clockTime })
export const bookingCancel = z.object({ receptionId: id, childId: id })
/** What came of it: a contact with the family, or that nobody came. */
export const bookingNote = z.object({
  receptionId: id,
  childId: id,
  came: z.boolean(),
  words: z.optional(note(limits.WORDS_MAX)),
})

const HOSTS = ['head_teacher', ...LEADERS] as const

export const bookingRows = {
  'booking.list': {
    input: bookingList,
    output: answer<Receptions>(),
    roles: ['guardian', 'head_teacher', 'teacher', ...LEADERS],
    scope: { find: 'class' },
    looks: true,
  },
  'booking.open': { input: bookingOpen, output: answer<Receptions>(), roles: HOSTS, scope: { find: 'class' } },
  'booking.close': { input: bookingClose, output: answer<Reception>(), roles: HOSTS, scope: { find: 'reception' } },
  'booking.take': {
    input: bookingTake,
    output: answer<Reception>(),
    roles: ['guardian'],
    scope: { find: 'reception' },
    needsCard: true,
  },
  'booking.cancel': {
    input: bookingCancel,
    output: answer<Reception>(),
    roles: ['guardian', ...HOSTS],
    scope: { find: 'reception' },
  },
  'booking.note': {
    input: bookingNote,
    output: answer<Reception>(),
    roles: HOSTS,
    scope: { find: 'reception' },
    quotes: true,
  },
} as const satisfies Rows
