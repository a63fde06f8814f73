// Decides what a phone may ask and learn about attendance: a day's sums, a class's month, a child's month.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  day,
  id,
  month,
  type CalendarGap,
  type Day,
  type Half,
  type Instant,
  type Role,
  type Rows,
} from '../wire'
import type { LineMark, RollCounts } from '../roll/contract'

export const attendanceDay = z.object({ schoolId: id, day: z.optional(day) })

/** `month`: YYYY-MM; absent: this one. */
export const attendanceClass = z.object({ classId: id, month: z.optional(month) })
export const attendanceChild = z.object({ childId: id, month: z.optional(month) })

/** present + late + early + leave + absent = total (X06). */
export interface AttendanceCounts extends RollCounts {
  /** Of `leave`; absent where the reader does not learn why a child is away (M17). */
  sick?: number
  personal?: number
}

/** One class's check of one half day. */
export interface TakenHalf {
  takenAt: Instant
  takenBy: string
  counts: AttendanceCounts
}

/** A child that was late, left early or was not there. */
export interface NamedChild {
  childId: string
  no: string
  name: string
  half: Half
  mark: 'late' | 'early' | 'absent'
}

/** One class's day; a half that nobody has taken is absent: 未点名. */
export interface DaySums {
  am?: TakenHalf
  pm?: TakenHalf
  /** In roll order. */
  named: NamedChild[]
}

export interface ClassDay extends DaySums {
  classId: string
  className: string
  /** On the roster now. */
  children: number
}

/** Over the classes that have taken their roll, and how many of all these are. */
export interface SchoolHalf {
  taken: number
  counts: AttendanceCounts
}

export interface AttendanceDay {
  schoolId: string
  day: Day
  now: Instant
  /** The calendar says that there is no school. */
  rest?: true
  gap?: CalendarGap
  /** In grade order; of a grade leader's grade only. */
  classes: ClassDay[]
  school: { am: SchoolHalf; pm: SchoolHalf }
}

export interface MonthDay extends DaySums {
  day: Day
}

/** How many of a class's children are still here since the term began (Q16). */
export interface Retention {
  start: number
  end: number
  /** 0…1; absent without a child at the start. */
  rate?: number
  /** Of ten; absent without a rate. */
  points?: number
}

export interface ClassRetention extends Retention {
  /** The first day of the term. */
  since: Day
  /** Gone for good, or away without leave for so long that somebody has to bring them back (Q20): these count. */
  left: number
  dropouts: number
  /** To another school, or for a while by the school's word: these count on neither side. */
  transferred: number
  suspended: number
}

export interface AttendanceClass {
  classId: string
  schoolId: string
  className: string
  month: string
  today: Day
  children: number
  /** School days up to today, the latest first; of both halves together a child counts twice. */
  days: MonthDay[]
  sums: AttendanceCounts
  retention: ClassRetention
}

/** What a half day was for a child: as the roll says; `sick` and `personal` are leave. */
export type HalfState = Exclude<LineMark, 'leave'> | 'sick' | 'personal'

export interface ChildDay {
  day: Day
  /** Absent: nobody took the roll, or the half has not begun; `notTaken` says the first. */
  am?: HalfState
  pm?: HalfState
  notTaken: Half[]
}

export interface ChildMonthSums {
  /** Days, in halves counted as 0.5. */
  present: number
  sick: number
  personal: number
  /** Times. */
  late: number
  early: number
  absent: number
  /** Days that nobody took the roll of, in halves counted as 0.5. */
  notTaken: number
}

export interface AttendanceChild {
  childId: string
  childName: string
  className: string
  month: string
  today: Day
  sums: ChildMonthSums
  /** School days up to today, the latest first. */
  days: ChildDay[]
  gap?: CalendarGap
}

const OF_A_CLASS = ['head_teacher', 'stand_in', ...LEADERS] as const satisfies readonly Role[]

export const attendanceRows = {
  'attendance.day': {
    input: attendanceDay,
    output: answer<AttendanceDay>(),
    roles: [...LEADERS, 'officer'],
    offices: ['grade_leader', 'weekly_duty'],
    scope: 'place',
    looks: true,
  },
  'attendance.class': {
    input: attendanceClass,
    output: answer<AttendanceClass>(),
    roles: OF_A_CLASS,
    scope: { find: 'class' },
    looks: true,
  },
  'attendance.child': {
    input: attendanceChild,
    output: answer<AttendanceChild>(),
    roles: ['guardian', ...OF_A_CLASS],
    scope: { find: 'child' },
    looks: true,
    former: ['archived', 'left', 'suspended'],
  },
} as const satisfies Rows
