// Decides what a phone may ask and learn about a school's staff: offices, hand-overs, stand-ins.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  day,
  id,
  type Rows,
  type Day,
  type Done,
  type Grade,
  type Instant,
  type NoticeState,
  type Post,
} from '../wire'

export const staffRead = z.object({ schoolId: id })

/** One line of the staff list: somebody in a post. */
export interface StaffPost {
  /** Stands for this person in this post, and tells nothing of them. */
  ref: string
  post: Post | 'head_teacher' | 'teacher'
  /** Of leaders only: the whole name. */
  name: string
  /** 语文王老师 */
  card: string
  classId?: string
  className?: string
  grade?: Grade
  since?: Instant
  until?: Day
  isMine: boolean
  /** A head teacher of more than one class (D12). */
  alsoHeads?: string[]
  /** Who stands in for a head teacher, from when until when (L03). */
  standIn?: StandIn
}

export interface StandIn {
  card: string
  from: Day
  to: Day
}

export interface Staff {
  today: Day
  /** Principals, 教导处, then offices, head teachers and teachers in grade order. */
  posts: StaffPost[]
  withoutHeadTeacher: { classId: string; className: string }[]
}

/** What stays open where somebody's post ends: said before it does (screens.md 3.27). */
export const officeOpen = z.object({ schoolId: id, ref: id })

export interface OpenMatters {
  /** Their notices that not every child's family has answered. */
  running: number
  /** Their posts that wait: for a leader's look, or for their hour. */
  waiting: number
}

/** Ends an office; the last principal stays (M17). */
export const officeEnd = z.object({ schoolId: id, ref: id })

export const handoverRead = z.object({ classId: id })

/** What is open in a class when it goes from one head teacher to the next (M04, E02). */
export interface Handover {
  classId: string
  className: string
  /** Absent: the class has none. */
  headTeacher?: string
  /** From whom it was taken over, and not gone through yet. */
  from?: { card: string; at: Instant }
  /** A successor who has answered, and waits to be confirmed. */
  successor?: { applicationId: string; name: string }
  /** Slips that have not reached every child; `runningTotal` counts them all. */
  running: { noticeId: string; title: string; missing: number; deadline?: Instant }[]
  runningTotal: number
  /** Posts of the head teacher before that are not out. */
  waiting: { noticeId: string; title: string; state: NoticeState }[]
  leaves: number
  applications: number
  cases: number
}

/** 已接手: the new head teacher has gone through the list (E02). */
export const handoverAccept = z.object({ classId: id })

export const standInRead = z.object({ classId: id })

export interface StandInChoices {
  className: string
  today: Day
  /** The last day that can be chosen. */
  latest: Day
  present?: StandIn
  /** The class's teachers first, then the school's other staff. */
  staff: { ref: string; card: string; isOfClass: boolean }[]
}

export const standInSet = z.object({ classId: id, ref: id, from: day, to: day })

export const standInEnd = z.object({ classId: id })

export const officeRows = {
  'staff.read': { input: staffRead, output: answer<Staff>(), roles: LEADERS, scope: 'place', looks: true },
  'office.open': { input: officeOpen, output: answer<OpenMatters>(), roles: LEADERS, scope: 'place', looks: true },
  'office.end': { input: officeEnd, output: answer<Done>(), roles: ['principal'], scope: 'place' },
  'handover.read': {
    input: handoverRead,
    output: answer<Handover>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'handover' },
    looks: true,
  },
  'handover.accept': { input: handoverAccept, output: answer<Done>(), roles: ['head_teacher'], scope: 'place' },
  'standin.read': {
    input: standInRead,
    output: answer<StandInChoices>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'class' },
    looks: true,
  },
  'standin.set': {
    input: standInSet,
    output: answer<StandIn>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'class' },
  },
  'standin.end': {
    input: standInEnd,
    output: answer<Done>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'class' },
  },
} as const satisfies Rows
