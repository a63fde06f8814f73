// Decides what a phone may ask and learn about the roll: who is here, who is not, and how a missing child was found.
import * as z from 'zod/mini'
import {
  answer,
  HALVES,
  LEADERS,
  cursor,
  day,
  id,
  instant,
  limits,
  note,
  type CalendarGap,
  type Cite,
  type Day,
  type Half,
  type Instant,
  type LeaveKind,
  type Paged,
  type Role,
  type Rows,
} from '../wire'

/** 到 迟到 早退 未到: what a hand sets. 假 comes from the leave of the half day, and from nothing else (L02). */
export const MARKS = ['present', 'late', 'early', 'absent'] as const
export type Mark = (typeof MARKS)[number]
export type LineMark = Mark | 'leave'

/** 发热 咳嗽 肠胃不适 皮疹 外伤 其他: what is looked for in the morning (S2 第二条1). */
export const SYMPTOMS = ['fever', 'cough', 'stomach', 'rash', 'injury', 'other'] as const
export type Symptom = (typeof SYMPTOMS)[number]

/** 已联系上 未接通 已到校 */
export const OUTCOMES = ['reached', 'no_answer', 'arrived'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why a child is not here, as the family says: 生病 家中有事 在路上 其他. 在路上 goes on, everything else closes. */
export const ABSENCE_CAUSES = ['sick', 'family', 'on_way', 'other'] as const
export type AbsenceCause = (typeof ABSENCE_CAUSES)[number]

const mark = z.object({
  childId: id,
  mark: z.enum(MARKS),
  /** When the hand set it, by the phone's clock; never later than the call. */
  at: instant,
  symptoms: z.optional(z.array(z.enum(SYMPTOMS)).check(z.maxLength(SYMPTOMS.length))),
  remark: z.optional(note(limits.ROLL_REMARK_MAX)),
})

/** Absent day or half: those of now. */
export const rollRead = z.object({ classId: id, day: z.optional(day), half: z.optional(z.enum(HALVES)) })

export const rollSave = z.object({
  classId: id,
  day,
  half: z.enum(HALVES),
  /** When the roll was taken, by the phone's clock: earlier than the call where there was no network. */
  takenAt: instant,
  /** Whom the page showed: all of the roster or the roll is not saved (L04). */
  children: z.array(id).check(z.maxLength(limits.CLASS_SIZE_MAX)),
  /** What a hand has set; everybody else is here, or on leave. */
  marks: z.array(mark).check(z.maxLength(limits.CLASS_SIZE_MAX)),
})

export const rollContact = z.object({
  classId: id,
  day,
  half: z.enum(HALVES),
  childId: id,
  outcome: z.enum(OUTCOMES),
  /** When it happened; never later than the call. */
  at: instant,
  /** With `reached`: why the child is not here. */
  cause: z.optional(z.enum(ABSENCE_CAUSES)),
  words: z.optional(note(limits.CONTACT_WORDS_MAX)),
})

/** present, late and early are here: here + leave + absent = total (L04). */
export interface RollCounts {
  total: number
  present: number
  late: number
  early: number
  leave: number
  absent: number
}

export interface RollLine {
  childId: string
  no: string
  name: string
  mark: LineMark
  /** Of the leave that covers the half day, whatever the mark is. */
  leave?: { leaveId: string; kind: LeaveKind; pending?: true }
  /** When a hand set it; absent: nobody did. */
  at?: Instant
  /** The leave it had is gone: 未到 until somebody looks. */
  asks?: true
  symptoms?: Symptom[]
  remark?: string
  /** There is a remark, but WeChat has not let it pass (C04). */
  remarkHeld?: true
}

export interface ContactNote {
  at: Instant
  /** The card of whoever noted it. */
  by: string
  outcome: Outcome
  cause?: AbsenceCause
  words?: string
  /** There are words, but WeChat has not let them pass (C04). */
  wordsHeld?: true
}

/** How a contact task ended: the child came, the family said why, leave was handed in, the mark was wrong. */
export type ContactEnd = 'arrived' | 'reached' | 'leave' | 'corrected'

/** A child that should be here and is not: until somebody knows why (L05). */
export interface Contact {
  childId: string
  no: string
  name: string
  /** Not at the check without leave, or not back after leave (L08). */
  why: 'absent' | 'not_back'
  /** The true time from which nobody knew where the child is. */
  since: Instant
  /** The card of whoever marked it; absent: the clock found it (L08). */
  by?: string
  /** The family was told (W3). */
  toldAt?: Instant
  notes: ContactNote[]
  /** When the leaders are told, unless somebody knows by then. */
  dueAt: Instant
  /** The leaders were told. */
  leadersAt?: Instant
  closed?: { at: Instant; by: string; how: ContactEnd; cause?: AbsenceCause; words?: string; wordsHeld?: true }
}

export interface Roll {
  schoolId: string
  classId: string
  className: string
  day: Day
  half: Half
  now: Instant
  /** When the check is due, HH:MM. */
  dueAt: string
  /** The calendar says that there is no school. */
  rest?: true
  gap?: CalendarGap
  /** Absent: nobody has taken it yet; the lines are what it would say. */
  takenAt?: Instant
  takenBy?: string
  /** In roll order. */
  lines: RollLine[]
  counts: RollCounts
  /** Open ones first, the longest missing first. */
  contacts: Contact[]
  /** Where the pact says what becomes of a child who is missing (L05). */
  contactCite?: Cite
}

/** Days of one look at the record: a month, and nothing that grows with the years. */
export const RECORD_DAYS_MAX = 31

/** Both days included. Errors: INPUT_INVALID with `to` when there are more than `RECORD_DAYS_MAX`. */
export const rollRecord = z.object({ schoolId: id, from: day, to: day, after: z.optional(cursor) })

/** One child's search as leaders look back at it: whose it was, from when, and how it ended (H27). */
export interface ContactRecord extends Contact {
  classId: string
  className: string
  day: Day
  half: Half
  /** Of whom it was the duty, one after the other: the head teacher until the leaders are told. */
  owed: { by: 'teacher' | 'leaders'; card: string; from: Instant; to: Instant }[]
  /** Nobody has met it: it is open, and its time is over. */
  unmet?: true
}

/** Rolls are counted and come page by page, each with all its searches: those that are open first, then the latest. */
export interface RollRecord extends Paged {
  now: Instant
  contacts: ContactRecord[]
}

const TAKES = ['head_teacher', 'stand_in', ...LEADERS] as const satisfies readonly Role[]

/** No word may keep a roll from being saved, or a search from ending: what WeChat does not let pass is held, and said. */
export const rollRows = {
  'roll.read': { input: rollRead, output: answer<Roll>(), roles: TAKES, scope: { find: 'roll' }, looks: true },
  'roll.save': { input: rollSave, output: answer<Roll>(), roles: TAKES, scope: { find: 'roll' }, asksItself: true },
  'roll.contact': {
    input: rollContact,
    output: answer<Roll>(),
    roles: TAKES,
    scope: { find: 'roll' },
    asksItself: true,
  },
  'roll.record': { input: rollRecord, output: answer<RollRecord>(), roles: LEADERS, scope: 'place', looks: true },
} as const satisfies Rows
