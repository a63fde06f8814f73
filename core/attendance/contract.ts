// Decides what a phone may ask and learn about attendance: a day's sums, a class's month, a child's month.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  day,
  id,
  instant,
  month,
  words,
  type CalendarGap,
  type Day,
  type Half,
  type Instant,
  type Role,
  type Rows,
} from '../wire'
import type { LineMark, RollCounts, Symptom } from '../roll/contract'

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

export const attendanceHealth = z.object({ schoolId: id, day: z.optional(day) })

/** What spreads: 发热 咳嗽 肠胃不适 皮疹. */
export type OutbreakSymptom = Extract<Symptom, 'fever' | 'cough' | 'stomach' | 'rash'>

/** One class's children with one symptom on one day. */
export interface HealthClass {
  classId: string
  className: string
  /** In roll order; `away`: on sick leave, else seen at the check. */
  children: { childId: string; no: string; name: string; away?: true }[]
}

/** A day's health for the office: sick leave and what was seen at the checks (S2 第二条1). */
export interface AttendanceHealth {
  day: Day
  now: Instant
  rest?: true
  symptoms: { symptom: Symptom; children: number; classes: HealthClass[] }[]
  /** Classes that have not taken the morning's roll: nobody has looked. */
  untaken: { classId: string; className: string }[]
}

/** 疾控机构 乡镇卫生院或社区卫生服务中心 教育行政部门: whom the national rule names. */
export const REPORTED_TO = ['disease_control', 'health_centre', 'bureau'] as const
export type ReportedTo = (typeof REPORTED_TO)[number]

/** Children of one class who fell ill together: amber, until somebody has looked and reported (screens.md 4). */
export interface SicknessWarning {
  warningId: string
  classId: string
  className: string
  symptom: OutbreakSymptom
  firstDay: Day
  /** The last day on which there were so many; `today` of them on that day, `children` within three days. */
  lastDay: Day
  today: number
  children: number
  since: Instant
  /** 24 hours have passed, and nobody has reported it. */
  overdue?: true
  verified?: { at: Instant; by: string; holds: boolean }
  reported?: { at: Instant; by: string; to: ReportedTo[] }
  /** A leader found that it is none. */
  closed?: true
}

export interface SicknessWarningPage extends SicknessWarning {
  /** In roll order, with the first day of each. */
  cases: { childId: string; no: string; name: string; day: Day }[]
  canReport: boolean
}

export const attendanceWarning = z.object({ warningId: id })
export const attendanceVerify = z.object({ warningId: id, holds: z.boolean() })
export const attendanceReport = z.object({
  warningId: id,
  to: z.array(z.enum(REPORTED_TO)).check(z.minLength(1), z.maxLength(REPORTED_TO.length)),
  /** When; never later than the call. */
  at: instant,
})

/** 报告年级, 动员, 书面报教导处: in this order (S0-4 三(四)). */
export const DROPOUT_STEPS = ['grade', 'persuade', 'office'] as const
export type DropoutStep = (typeof DROPOUT_STEPS)[number]

/** A child that was not there without leave for as many school days as the pact says (Q20). */
export interface Dropout {
  dropoutId: string
  classId: string
  className: string
  childId: string
  no: string
  name: string
  firstDay: Day
  lastDay: Day
  /** School days in a row whose roll was taken. */
  days: number
  steps: {
    step: DropoutStep
    /** Whose it is, and until when. */
    owner: 'head_teacher'
    due: Day
    overdue?: true
    done?: { at: Instant; by: string; words?: string; wordsHeld?: true }
  }[]
  /** The office has the written report. */
  received?: { at: Instant; by: string }
  /** Back, or with leave; or not on the roster any more (L12). */
  closed?: { at: Instant; how: 'back' | 'left' }
}

export interface DropoutPage extends Dropout {
  /** What the reader may note next. */
  may: (DropoutStep | 'received')[]
}

export const attendanceDropout = z.object({ dropoutId: id })
export const attendanceStep = z.object({
  dropoutId: id,
  step: z.enum([...DROPOUT_STEPS, 'received']),
  /** With 书面报教导处: what was done, and what became of it. */
  words: z.optional(words),
})

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
  'attendance.health': {
    input: attendanceHealth,
    output: answer<AttendanceHealth>(),
    roles: LEADERS,
    scope: 'place',
    looks: true,
  },
  'attendance.warning': {
    input: attendanceWarning,
    output: answer<SicknessWarningPage>(),
    roles: OF_A_CLASS,
    scope: { find: 'warning' },
    looks: true,
  },
  'attendance.verify': {
    input: attendanceVerify,
    output: answer<SicknessWarningPage>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'warning' },
  },
  'attendance.report': {
    input: attendanceReport,
    output: answer<SicknessWarningPage>(),
    roles: LEADERS,
    scope: { find: 'warning' },
  },
  'attendance.dropout': {
    input: attendanceDropout,
    output: answer<DropoutPage>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'dropout' },
    looks: true,
  },
  'attendance.step': {
    input: attendanceStep,
    output: answer<DropoutPage>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'dropout' },
    quotes: true,
  },
} as const satisfies Rows
