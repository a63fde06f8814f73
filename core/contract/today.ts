// Decides what the three today pages and the principal's figures are made of.
import * as z from 'zod/mini'
import { cursor, id, identityKey } from './values'
import type { Day, Instant, LeaveKind, LeaveState, NoticeKind, Paged, Template, UrgentCause } from './values'
import type { EntryState, NoticeRow, SlipCounts } from './notice'
import type { LeaveSpan } from './leave'
import type { PactNews } from './pact'

/** `after`: more of the page's one long list: a family's duties, a class's running notices, a school's overdue ones. */
export const todayRead = z.object({
  identity: identityKey,
  after: z.optional(cursor),
})

/** The long list of the page has `total` rows, of which this answer brings some. */
type LongList = Paged

/** One unsigned notice for one child: the paper card, and the cells under it. */
export interface SignDuty {
  noticeId: string
  classId: string
  childId: string
  childName: string
  kind: NoticeKind
  title: string
  replyMode: NoticeRow['replyMode']
  important: boolean
  deadline?: Instant
  overdue: boolean
}

export interface TodayGuardian extends LongList {
  role: 'guardian'
  /** One of each school, if there is any. */
  pactNews?: PactNews[]
  now: Instant
  /** Important first, then by deadline. `total` counts them all, one a child. */
  duties: SignDuty[]
  children: {
    childId: string
    name: string
    classId: string
    className: string
    teacher: string
    /** Numbers the family may call, where they are allowed (M16). */
    teacherPhone?: string
    schoolPhone?: string
    leave?: { leaveId: string; state: LeaveState; kind: LeaveKind; span: LeaveSpan }
  }[]
  latest: NoticeRow[]
  credits: Partial<Record<Template, number>>
}

export interface RunningNotice {
  noticeId: string
  classId: string
  className: string
  kind: NoticeKind
  title: string
  important: boolean
  deadline?: Instant
  overdue: boolean
  counts: SlipCounts
}

export interface TodayStaff extends LongList {
  role: 'head_teacher' | 'teacher'
  pactNews?: PactNews[]
  now: Instant
  classId: string
  className: string
  children: number
  leavesToday: number
  pendingLeaves: number
  applications: number
  held: number
  /** The members are to be looked through again (M11). */
  reviewDue: boolean
  /** The next to go out; `queuedTotal` counts them all. */
  queued: NoticeRow[]
  queuedTotal: number
  /** Overdue ones first, then the latest. */
  running: RunningNotice[]
  weekCount: number
  weekCap?: number
  /** Waiting for the same person in other roles: 作为张小雨妈妈：1件待办. */
  others: { key: string; card: string; count: number }[]
}

export interface TodayPrincipal extends LongList {
  role: 'principal' | 'office'
  pactNews?: PactNews[]
  now: Instant
  schoolId: string
  /** Overdue and not everybody reached, the longest overdue first. */
  overdue: RunningNotice[]
  held: { noticeId: string; title: string; author: string; className: string; heldAt: Instant; rules: string[] }[]
  /** All that are held; `held` has the oldest. */
  heldTotal: number
  /** Urgent overrides since yesterday's opening. */
  overrides: { noticeId: string; title: string; author: string; className: string; cause: UrgentCause; at: Instant }[]
  /** All of them; `overrides` has the latest. */
  overridesTotal: number
  /** Urgent overrides nobody of the leaders has looked at, however old (T01). */
  unseenOverrides: number
  classesWithoutHeadTeacher: number
  /** Open too long with the head teacher: now theirs (G06). */
  cases: number
  /** Told by supervisors, not answered yet (M06). */
  reports: number
  /** Head teachers and invited staff that wait for a leader's word. */
  applications: number
}
export type Today = TodayGuardian | TodayStaff | TodayPrincipal

export const statisticsRead = z.object({ schoolId: id, range: z.enum(['week', 'month', 'term']) })
/** `after`: more of its notices. */
export const statisticsClass = z.object({
  classId: id,
  range: z.enum(['week', 'month', 'term']),
  after: z.optional(cursor),
})
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
  absentToday: number
  overrides: number
  refusals: number
  held: number
}
export interface Statistics {
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
  leaves: { day: Day; sick: number; personal: number }[]
  /** 一个班同一症状一天3人 or 三天5人. */
  clusters: { classId: string; className: string; kind: LeaveKind; children: number }[]
}
export interface ClassStatistics extends LongList {
  range: 'week' | 'month' | 'term'
  asOf: Instant
  figures: ClassFigures
  /** Those that run, the latest first; `total` counts them all. */
  notices: RunningNotice[]
  /** Over all of them. */
  unreachedChildren: { childId: string; no: string; name: string; notices: number; state: EntryState }[]
}
