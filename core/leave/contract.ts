// Decides what a phone may ask and learn about leaves.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  HALVES,
  LEAVE_KINDS,
  clockTime,
  cursor,
  day,
  fileId,
  id,
  limits,
  note,
  words,
  type Rows,
  type CalendarGap,
  type Cite,
  type Day,
  type Half,
  type Instant,
  type LeaveDesk,
  type LeaveKind,
  type LeaveState,
  type Paged,
  type SchoolCalendar,
} from '../wire'
export const leaveSpan = z.object({
  ...{ from: day, fromHalf: z.enum(HALVES), to: day, toHalf: z.enum(HALVES) },
  leaveAt: z.optional(clockTime),
  backAt: z.optional(clockTime),
})

/**
 * Both ends included; `fromHalf: 'pm'` starts at noon, `toHalf: 'am'` ends at noon. `leaveAt`: when the child leaves school in
 * the first half day; `backAt`: when it comes in the last. They say it, and count nothing.
 */
export type LeaveSpan = z.infer<typeof leaveSpan>

export const leavePrepare = z.object({ childId: id })

export interface LeavePrepared {
  childId: string
  childName: string
  className: string
  teacher: string
  calendar: SchoolCalendar
  /** How many days back sick leave may begin, and the rule that says so, if the pact has it (L14). */
  lateDays: number
  lateCite?: Cite
  /** Leaves of this child that are pending or approved and not over. */
  open: { leaveId: string; span: LeaveSpan; state: LeaveState }[]
}

export const leaveSubmit = z.object({
  childId: id,
  kind: z.enum(LEAVE_KINDS),
  span: leaveSpan,
  reason: z.optional(note(limits.LEAVE_REASON_MAX)),
  proof: z.array(fileId).check(z.maxLength(limits.PROOF_PHOTOS_MAX)),
  /** A leave of this child that is not over: it stays until this one is approved, and is this one then. */
  replaces: z.optional(id),
})

export const leaveRead = z.object({ leaveId: id })

export const leaveWithdraw = z.object({ leaveId: id })

export const leaveReturn = z.object({ leaveId: id })

export const leaveDecide = z.object({ leaveId: id, approve: z.boolean(), words: z.optional(words) })

export const leaveUndo = z.object({ leaveId: id })

export interface Leave {
  leaveId: string
  childId: string
  childName: string
  classId: string
  className: string
  kind: LeaveKind
  span: LeaveSpan
  /** School days, in halves counted as 0.5. */
  days: number
  /** The calendar did not reach that far when they were counted (T06). */
  gap?: CalendarGap
  reason?: string
  proof: { fileId: string; url: string }[]
  state: LeaveState
  applicant: string
  appliedByMe: boolean
  submittedAt: Instant
  decidedAt?: Instant
  decidedBy?: string
  words?: string
  /** There are words, but WeChat has not let them pass (C04). */
  wordsHeld?: boolean
  returnedAt?: Instant
  /** Who approves. */
  teacher: string
  progress: LeaveProgress
  /** Whom the family may call about it: the head teacher, else the school's office (M16); for the family alone. */
  call?: { who: 'head_teacher' | 'principal'; phone: string }
  /** The leave whose place it takes, and when that one was. */
  replaces?: { leaveId: string; span: LeaveSpan }
  /** Another leave has taken its place. */
  replacedBy?: string
}

/** Where a leave is on its way (L14). */
export interface LeaveProgress {
  /** At whose desk it waits; absent: nobody decides any more. */
  desk?: LeaveDesk
  /** The reader may decide it now. */
  mine: boolean
  /** Who has said yes so far, in order. */
  yes: { card: string; at: Instant }[]
}

/** `school`: what waits for this leader, and what they have decided. */
export const leaveList = z.discriminatedUnion('of', [
  z.object({ of: z.literal('school'), schoolId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('class'), classId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('child'), childId: id, after: z.optional(cursor) }),
])

export interface LeaveCard {
  leaveId: string
  childId: string
  childName: string
  no: string
  className: string
  kind: LeaveKind
  span: LeaveSpan
  days: number
  gap?: CalendarGap
  reason?: string
  state: LeaveState
  progress: LeaveProgress
  submittedAt: Instant
  /** This child's requests in the last 30 days, this one included. */
  recentCount: number
  proof: { fileId: string; url: string }[]
  appliedByMe: boolean
  words?: string
  /** There are words, but WeChat has not let them pass (C04). */
  wordsHeld?: boolean
  /** When the leave is that it is to replace. */
  replaces?: LeaveSpan
}

/** What waits comes first, the oldest first; then the others, the latest first. */
export interface LeaveList extends Paged {
  leaves: LeaveCard[]
  /** Of them all, those that wait for a decision. */
  waiting: number
  today: Day
}

/** Who is away on one day, class by class: who and when, never why (M17). */
export const leaveDay = z.object({ schoolId: id, day })

export interface LeaveDay {
  day: Day
  /** In grade order; of a grade leader's grade only. Classes where nobody is away are named too. */
  classes: {
    classId: string
    className: string
    children: number
    away: { no: string; name: string; state: LeaveState; span: LeaveSpan }[]
  }[]
}

/** The leave of a class in a month: how many are away on each day, and who. */
export const leaveMonth = z.object({ classId: id, month: z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/)) })

export interface LeaveMonth {
  className: string
  month: string
  today: Day
  days: {
    day: Day
    /** No lessons. */
    rest: boolean
    /** Nobody knows for sure whether there are (T06). */
    gap?: CalendarGap
    /** By their numbers; `kind` is not for subject teachers (M17). */
    away: { no: string; name: string; halves: Half[]; state: LeaveState; kind?: LeaveKind }[]
  }[]
}

/** The writer answers it: the judge reads the reason. */
export const leaveWritingRows = {
  'leave.submit': { input: leaveSubmit, output: answer<Leave>(), roles: ['guardian'], scope: 'place' },
} as const satisfies Rows

export const leaveRows = {
  'leave.day': {
    input: leaveDay,
    output: answer<LeaveDay>(),
    roles: [...LEADERS, 'officer'],
    offices: ['grade_leader', 'weekly_duty'],
    scope: 'place',
    looks: true,
  },
  // A leader who teaches here looks as the leader; a subject teacher reads no kind.
  'leave.month': {
    input: leaveMonth,
    output: answer<LeaveMonth>(),
    roles: ['head_teacher', 'stand_in', ...LEADERS, 'teacher'],
    scope: { find: 'classMonth' },
    looks: true,
  },
  'leave.prepare': {
    input: leavePrepare,
    output: answer<LeavePrepared>(),
    roles: ['guardian'],
    scope: 'place',
    looks: true,
  },
  'leave.read': {
    input: leaveRead,
    output: answer<Leave>(),
    roles: ['guardian', 'head_teacher', 'stand_in', ...LEADERS],
    scope: { find: 'leave' },
    looks: true,
    former: ['archived'],
  },
  'leave.list': {
    input: leaveList,
    output: answer<LeaveList>(),
    roles: ['guardian', 'head_teacher', 'stand_in', ...LEADERS],
    scope: { find: 'leaves' },
    looks: true,
    former: ['archived'],
  },
  'leave.withdraw': { input: leaveWithdraw, output: answer<Leave>(), roles: ['guardian'], scope: { find: 'leave' } },
  'leave.return': {
    input: leaveReturn,
    output: answer<Leave>(),
    roles: ['guardian', 'head_teacher'],
    scope: { find: 'leave' },
  },
  // Leaders only what is longer than a head teacher may decide (L14), where the head teacher is the applicant, or there is none (L03).
  'leave.decide': {
    input: leaveDecide,
    output: answer<Leave>(),
    roles: ['head_teacher', 'stand_in', ...LEADERS],
    scope: { find: 'leaveToDecide' },
  },
  'leave.undo': {
    input: leaveUndo,
    output: answer<Leave>(),
    roles: ['head_teacher', 'stand_in', ...LEADERS],
    scope: { find: 'leave' },
  },
} as const satisfies Rows
