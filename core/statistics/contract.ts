// Decides what a principal's, a grade's, a class's and a notice's figures are made of, and what each leads to.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  cursor,
  day,
  id,
  reference,
  limits,
  GRADES,
  type CalendarGap,
  type FollowUpWay,
  type Grade,
  type Paged,
  type Rows,
  type Day,
  type Instant,
  type UrgentCause,
} from '../wire'
import type { EntryState, SlipCounts } from '../slip/contract'
import type { SicknessWarning } from '../attendance/contract'
import type { AbsenceCause, RollCounts } from '../roll/contract'
import type { RunningNotice } from '../today/contract'
import {
  COUNTED,
  RANGES,
  type Period,
  type RuleCount,
  type NoticeFigures,
  type StaffPage,
  type StatisticsItems,
  type WorkPage,
} from './pages-contract'

export * from './pages-contract'

/** Years before this one whose figures are read: what is older is purged. */
export const YEARS_BACK_MOST = 6

/** `of`: a day of the week, month, term or year that is meant; absent: the one of today. */
const span = { range: z.enum(RANGES), of: z.optional(day) }

export const statisticsRead = z.object({ schoolId: id, ...span })

/** `after`: more of its notices. */
export const statisticsClass = z.object({ classId: id, ...span, after: z.optional(cursor) })

/** Of one notice, class by class: all classes for leaders and its author, else those of the reader. */
export const statisticsNotice = z.object({ noticeId: id })

/** Registers, contacts and photos, class by class. */
export const statisticsWork = z.object({ schoolId: id, ...span })

/** Each of the staff by name, in the order of the school. */
export const statisticsStaff = z.object({ schoolId: id, ...span, after: z.optional(cursor) })

/** As `staffId`: of everybody on the staff and who has gone, as `StaffPage.all` counts. */
export const ALL_STAFF = 'all'

/** The same range, class, grade, rule and member of staff (`StaffFigures.staffId`) as the figure: then `total` is the figure. */
export const statisticsItems = z.object({
  schoolId: id,
  ...span,
  figure: z.enum(COUNTED),
  classId: z.optional(id),
  grade: z.optional(z.enum(GRADES)),
  staffId: z.optional(id),
  rule: z.optional(reference(limits.LABEL_MAX)),
  after: z.optional(cursor),
})

/** What was taken of every half day and child: rates and sums that add up to the rosters of those half days (X06, L10). */
export interface AttendanceFigures extends RollCounts {
  /** present, late and early of total; absent without a roll. */
  rate?: number
  /** Of `absent`: why, as the families said; the rest is not known. */
  causes: Record<AbsenceCause, number>
}

/** Late, early and not there, per school day. */
export interface AttendanceSeries {
  attendance: { day: Day; late: number; early: number; absent: number }[]
}

/** The same in the period before, as many days of it as have gone of this one; absent: nothing happened then. */
export interface PastFigures {
  from: Day
  to: Day
  signRate?: number
  reachedRate?: number
  attendanceRate?: number
}

/** After a notice: children told by each way in the range (X04), and children whom a notice has not reached past its deadline. */
export interface FollowUpFigures {
  done: number
  ways: Record<FollowUpWay, number>
  owed: number
}

/** Figures of a class, a grade or the school (X01–X06); rates are 0…1 and absent without a denominator. */
export interface Figures {
  children: number
  notices: number
  /** Over all entries of all slips that want a reply. */
  entries: number
  signed: number
  followed: number
  signRate?: number
  reachedRate?: number
  /** Minutes from publication to signature, exact. */
  medianMinutes?: number
  p90Minutes?: number
  /** Children signed within 1, 3, 6, 12, 24, 48 hours and later. */
  histogram: number[]
  followUps: FollowUpFigures
  seats: [number, number, number]
  openLeaves: number
  /** Children who are not here today, on leave or without. */
  absentToday: number
  attendance: AttendanceFigures
  /** Absent where so few wrote that it tells of one person, and the reader is no leader (`FEW`). */
  overrides?: number
  refusals?: number
  held?: number
  /** Its own past alone: nobody is compared with others. */
  before?: PastFigures
}

/** One class's figures. */
export interface ClassFigures extends Figures {
  classId: string
  className: string
  /** Absent: the name tells none. */
  grade?: Grade
}

/** All classes of a grade, counted over their children. */
export interface GradeFigures extends Figures {
  grade: Grade
  classes: number
}

export interface Statistics extends AttendanceSeries, Period {
  asOf: Instant
  /** In grade order, never by a figure. */
  classes: ClassFigures[]
  grades: GradeFigures[]
  school: Figures
  /** Refused and held posts per rule (X03). */
  rules: RuleCount[]
  /** Running or closed notices that did not reach everybody, class by class in grade order; the latest of each class. */
  unreached: { classId: string; className: string; counts: SlipCounts; noticeId: string; title: string }[]
  /** Urgent overrides by week and cause (Ch4). */
  overrides: { week: Day; cause: UrgentCause; count: number }[]
  /** Children on leave per school day, last 30 (Ch3). */
  /** Of the school days that `leaves` counts some were guessed (T06). */
  gap?: CalendarGap
  leaves: { day: Day; sick: number; personal: number }[]
  /** Children of a class who fall ill together; for leaders alone. */
  clusters: SicknessWarning[]
}

export interface ClassStatistics extends Paged, AttendanceSeries, Period {
  asOf: Instant
  figures: ClassFigures
  /** Those that run, the latest first; `total` counts them all. */
  notices: RunningNotice[]
  /** Over all of them. */
  unreachedChildren: { childId: string; no: string; name: string; notices: number; state: EntryState }[]
}

export const statisticsRows = {
  'statistics.read': {
    input: statisticsRead,
    output: answer<Statistics>(),
    roles: [...LEADERS, 'officer'],
    offices: ['grade_leader'],
    scope: 'place',
    looks: true,
  },
  'statistics.class': {
    input: statisticsClass,
    output: answer<ClassStatistics>(),
    roles: ['head_teacher', ...LEADERS, 'officer'],
    offices: ['grade_leader'],
    scope: { find: 'class' },
    looks: true,
  },
  'statistics.notice': {
    input: statisticsNotice,
    output: answer<NoticeFigures>(),
    roles: ['head_teacher', 'teacher', ...LEADERS, 'officer'],
    offices: ['grade_leader'],
    scope: { find: 'notice' },
    looks: true,
  },
  'statistics.work': {
    input: statisticsWork,
    output: answer<WorkPage>(),
    roles: [...LEADERS, 'officer'],
    offices: ['grade_leader'],
    scope: 'place',
    looks: true,
  },
  // Of persons by name: the leaders' alone (G08, G09).
  'statistics.staff': {
    input: statisticsStaff,
    output: answer<StaffPage>(),
    roles: LEADERS,
    scope: 'place',
    looks: true,
  },
  'statistics.items': {
    input: statisticsItems,
    output: answer<StatisticsItems>(),
    roles: LEADERS,
    scope: 'place',
    looks: true,
  },
} as const satisfies Rows
