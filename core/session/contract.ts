// Decides what a phone may ask and learn about who its owner is here, and which reminders they accept.
import * as z from 'zod/mini'
import {
  answer,
  type TEMPLATES,
  type Closed,
  type Day,
  type Grade,
  type Office,
  type Rows,
  type Instant,
  type Relation,
  type Role,
  type SchoolKind,
  type StopLevel,
} from '../wire'

/** Somebody acting: one line of the 张小明妈妈 ▾ list. */
export interface Identity {
  /** `guardian:<childId>`, `head_teacher:<classId>`, `principal:<schoolId>` … */
  key: string
  role: Role
  schoolId: string
  schoolName: string
  schoolKind: SchoolKind
  classId?: string
  className?: string
  childId?: string
  childName?: string
  relation?: Relation
  subject?: string
  /** An officer's: which, and the grade it is for, if it is for one (M17). */
  office?: Office
  grade?: Grade
  /** An officer's or a stand-in's last day, in Beijing. */
  until?: Day
  /** As others see it: 张小明妈妈, 语文王老师, 李园长. */
  card: string
  /** May not post to the class until then; reading, signing and leave go on (G04). */
  mutedUntil?: Instant
  /** The card is not what it was: it is looked at and confirmed once before anything is signed or written (M10). */
  unconfirmed?: true
  /** Not any more, or not now: it opens what the rows say, and that is little (L12, L13). */
  closed?: Closed
  /** Their school has stopped publishing (G10, G19). */
  stop?: StopLevel
}

export const sessionRead = z.object({})

export interface Session {
  consented: boolean
  identities: Identity[]
  /** Where they were: what they may still look at there. */
  former: Identity[]
  /** Messages that can still be pushed, by template. */
  credits: Partial<Record<(typeof TEMPLATES)[number], number>>
  /** Ordinary notices come once a day (每日汇总). */
  daily?: true
  /** Schools that keep a register, of those in which this person works; absent: none does. */
  keeping?: string[]
  now: Instant
}

export const sessionRows = {
  'session.read': { input: sessionRead, output: answer<Session>(), roles: 'anyone', scope: 'self', looks: true },
} as const satisfies Rows
