// Decides what a principal's and a class's figures are made of.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  cursor,
  id,
  type CalendarGap,
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

export const statisticsRead = z.object({ schoolId: id, range: z.enum(['week', 'month', 'term']) })

/** `after`: more of its notices. */
export const statisticsClass = z.object({
  classId: id,
  range: z.enum(['week', 'month', 'term']),
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

/** One class's figures (X01–X05); rates are 0…1 and absent without a denominator. */
export interface ClassFigures {
  classId: string
  className: string
  children: number
  notices: number
  /** Over all entries of all slips that want a reply. */
  entries: number
  signed: number
  followed: number
  signRate?: number
  reachedRate?: number
  /** Minutes from publication to signature. */
  medianMinutes?: number
  p90Minutes?: number
  /** Children signed within 1, 3, 6, 12, 24, 48 hours and later. */
  histogram: number[]
  seats: [number, number, number]
  openLeaves: number
  /** Children who are not here today, on leave or without. */
  absentToday: number
  attendance: AttendanceFigures
  overrides: number
  refusals: number
  held: number
}

export interface Statistics extends AttendanceSeries {
  range: 'week' | 'month' | 'term'
  from: Day
  to: Day
  asOf: Instant
  classes: ClassFigures[]
  school: Omit<ClassFigures, 'classId' | 'className'>
  /** Refused and held posts per rule (X03). */
  rules: { rule: string; refused: number; held: number }[]
  /** Running or closed notices that did not reach everybody, class by class in grade order. */
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

export interface ClassStatistics extends Paged, AttendanceSeries {
  range: 'week' | 'month' | 'term'
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
} as const satisfies Rows
