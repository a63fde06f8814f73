// Decides what the three today pages are made of.
import * as z from 'zod/mini'
import {
  answer,
  MEMBERS,
  cursor,
  identityKey,
  type Awaits,
  type CaseDesk,
  type Rows,
  type Day,
  type Grade,
  type Half,
  type Instant,
  type LeaveKind,
  type LeavingCause,
  type LeaveState,
  type NoticeKind,
  type Office,
  type Paged,
  type StopLevel,
  type Template,
  type UrgentCause,
} from '../wire'
import type { Dropout, SicknessWarning } from '../attendance/contract'
import type { IncidentKind } from '../incident/contract'
import type { LeaveSpan } from '../leave/contract'
import type { NoticeRow } from '../notice/contract'
import type { PactNews } from '../pact/contract'
import type { RollCounts } from '../roll/contract'
import type { SlipCounts } from '../slip/contract'

/** `after`: more of the page's one long list: what a family has not signed, a class's running notices, a school's overdue ones. */
export const todayRead = z.object({
  identity: identityKey,
  after: z.optional(cursor),
})

/** One unsigned notice for one child: the paper card, and the cells under it. */
export interface Unsigned {
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
  /** Was signed once, and the words have changed (N11). */
  again?: true
}

export interface TodayGuardian extends Paged {
  role: 'guardian'
  stop?: StopLevel
  /** One of each school, if there is any. */
  pactNews?: PactNews[]
  now: Instant
  /** Important first, then by deadline. `total` counts them all, one a child. */
  unsigned: Unsigned[]
  children: {
    childId: string
    name: string
    classId: string
    className: string
    teacher: string
    /** Numbers the family may call, where they are allowed (M16). */
    teacherPhone?: string
    schoolPhone?: string
    /** The head teacher is in a lesson: a call is for what cannot wait (M16, T08). */
    inLesson?: true
    leave?: { leaveId: string; state: LeaveState; kind: LeaveKind; span: LeaveSpan }
    /** Not at school today, and nobody knows why; `since`: from when (L05). */
    missing?: { since: Instant }
    /** Today's last roll says that the child is here. */
    here?: true
    /** The own card that waits to be confirmed (M10). */
    card?: string
  }[]
  /** Somebody asks for the caller's own seat, and says it is the same person (M13). */
  moves: { moveId: string; card: string }[]
  /** Talks about own children with an answer that came after the family's last letter; `first`: the latest answered. */
  talks?: { count: number; first: { talkId: string; matter: string } }
  /** 班主任工作 3项; absent: nothing is due. */
  registers?: TodayRegisters
  /** Reception days of the next two weeks: of each child its own time, else that there is a free one (H13). */
  receptions?: { classId: string; childId: string; childName: string; day: Day; time?: string }[]
  /** Draws that took this family, and that it has not answered (H04). */
  surveys?: { drawId: string; childId: string; title: string; deadline: Instant }[]
  latest: NoticeRow[]
  credits: Partial<Record<Template, number>>
}

/** A child that should be at school, and nobody knows where it is (L05). */
export interface MissingChild {
  childId: string
  no: string
  name: string
  classId: string
  day: Day
  half: Half
  since: Instant
  /** When the leaders see it too. */
  dueAt: Instant
}

/** What registers ask of whoever looks: now or overdue; `title`: the first of them. */
export interface TodayRegisters {
  count: number
  overdue: number
  title?: string
}

/** A notice to the staff that waits for the reader's answer (N19). */
export interface TodayTask {
  noticeId: string
  title: string
  replyMode: NoticeRow['replyMode']
  deadline?: Instant
  overdue: boolean
}

/** The first of them, by deadline, and how many there are. */
export interface TodayTasks {
  tasks: TodayTask[]
  tasksTotal: number
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

/** The check of the half day, for whoever takes it (L04). */
export interface TodayCheck {
  half: Half
  /** When it is due, HH:MM. */
  dueAt: string
  /** On leave as far as anybody knows: prefilled. */
  onLeave: number
  /** What was saved last; absent: nobody has saved it yet. */
  counts?: RollCounts
  /** Of them, whose leave is gone and whom nobody has looked for. */
  asks?: number
}

export interface TodayStaff extends Paged, TodayTasks {
  role: 'head_teacher' | 'teacher'
  stop?: StopLevel
  pactNews?: PactNews[]
  now: Instant
  classId: string
  className: string
  children: number
  /** By the timetable of their classes, or the school's hours: a new letter pushes nothing now (T08). */
  inLesson?: true
  /** 班主任工作 3项; absent: nothing is due. */
  registers?: TodayRegisters
  /** Of the class, or noted by this teacher: not closed yet (L06); absent: none. */
  incidents?: number
  leavesToday: number
  pendingLeaves: number
  /** The head teacher's: the longest missing first. */
  missing?: MissingChild[]
  applications: number
  /** Requests for another account (M13). */
  moves: number
  held: number
  /** Families' letters that wait for this head teacher's look (G02); absent: none. */
  heldLetters?: number
  /** Subject teachers' posts that wait for this head teacher's look (G01). */
  toReview: number
  /** Talks that wait for this teacher's answer, the oldest since then (N15); absent: none. */
  toAnswer?: { count: number; oldest: Instant }
  /** Cases of the class that nobody settled in time, and where the oldest lies now (G06, G21); absent: none. */
  risen?: { count: number; desk: CaseDesk }
  /** Children of the class who fall ill together: for the head teacher, until somebody has reported it. */
  warnings: SicknessWarning[]
  /** Children who are to be brought back: for the head teacher (Q20). */
  dropouts: Dropout[]
  /** The members are to be looked through again (M11). */
  reviewDue: boolean
  /** The next to go out; `queuedTotal` counts them all. */
  queued: NoticeRow[]
  queuedTotal: number
  /** Own notices that a head teacher has stopped, this week's (G20). */
  stopped?: { noticeId: string; classId: string; title: string; by: string }[]
  /** Overdue ones first, then the latest. */
  running: RunningNotice[]
  weekCount: number
  weekCap?: number
  /** Waiting for the same person in other roles: 作为张小雨妈妈：1件待办; where they stand in, `card` is the class. */
  /** Families who come today, and when the first (H13). */
  reception?: { count: number; from: string }
  others: { key: string; card: string; standsIn?: true; count: number }[]
  /** Taken over from another head teacher, and not gone through yet (E02). */
  handover?: { from: string; at: Instant }
  /** The head teacher's; absent on a rest day, and until an hour before it is due. */
  check?: TodayCheck
  /** Who stands in for the head teacher, now or soon (L03). */
  standIn?: { card: string; from: Day; to: Day }
}

/** The day of whoever stands in for a head teacher: the class's leave, and nothing else (L03). */
export interface TodayStandIn {
  role: 'stand_in'
  now: Instant
  classId: string
  className: string
  until: Day
  children: number
  /** A child of the class fell ill or was hurt, and it is not closed (L06); absent: none. */
  incidents?: number
  leavesToday: number
  pendingLeaves: number
  missing?: MissingChild[]
  check?: TodayCheck
}

/** An officer's day: who they are, and what they may open today (M17). */
export interface TodayOfficer extends TodayTasks {
  role: 'officer'
  now: Instant
  schoolId: string
  today: Day
  office: Office
  grade?: Grade
  until?: Day
  /** 班主任工作 3项; absent: nothing is due. */
  registers?: TodayRegisters
  /** 学生工作处's: cases that have risen to it, and families' letters (G21); absent: none. */
  cases?: number
  letters?: number
  /** Of a grade leader's grade, or all where the leave of the day is theirs to see; in grade order. */
  classes: { classId: string; className: string; children: number; leavesToday: number }[]
}

export interface TodayPrincipal extends Paged, TodayTasks {
  role: 'principal' | 'office'
  /** `asks`: it lasts for a day. */
  stop?: { level: StopLevel; asks: boolean }
  pactNews?: PactNews[]
  now: Instant
  schoolId: string
  /** 班主任工作 3项; absent: nothing is due. */
  registers?: TodayRegisters
  /** Children whom nobody has found in the pact's time, class by class, the longest missing first; names are a tap away (L05). */
  missing?: { classId: string; className: string; day: Day; half: Half; count: number; since: Instant }[]
  /** A child fell ill or was hurt, and it is not closed; `owed`: no guardian has been told within half an hour (L06, H27). */
  incidents: { incidentId: string; className: string; kind: IncidentKind; happenedAt: Instant; owed?: true }[]
  /** All of them; `incidents` has the latest. */
  incidentsTotal: number
  /** Overdue and not everybody reached, the longest overdue first. */
  overdue: RunningNotice[]
  /** What only a principal decides first; `awaits` says so. */
  held: {
    noticeId: string
    title: string
    kind: NoticeKind
    author: string
    className: string
    heldAt: Instant
    awaits?: Awaits
    rules: string[]
  }[]
  /** All that are held; `held` has the oldest. */
  heldTotal: number
  /** Urgent overrides since yesterday's opening. */
  overrides: { noticeId: string; title: string; author: string; className: string; cause: UrgentCause; at: Instant }[]
  /** All of them; `overrides` has the latest. */
  overridesTotal: number
  /** Urgent overrides nobody of the leaders has looked at, however old (T01). */
  unseenOverrides: number
  classesWithoutHeadTeacher: number
  /** Leaves that wait for this leader's word (L14). */
  leaves: number
  /** Children of a class who fall ill together, until it is reported (screens.md 3.4). */
  warnings: SicknessWarning[]
  /** Children who are to be brought back (Q20). */
  dropouts: Dropout[]
  /** It is August, and nobody has taken the classes into this new year yet (L13). */
  yearDue?: number
  /** Documents of this school year, and all before it, are purged soon: leaders look at it before (G23). */
  purgeDue?: { year: number; at: Instant }
  /** Talks that wait and that the leaders read: written or handed to them, asked for, risen (C25, G07, G21); absent: none. */
  letters?: number
  /** Open too long with the head teacher: now theirs (G06, G21). */
  cases: number
  /** Staff's letters, and those to the principal, that wait for a leader's look (G02); absent: none. */
  heldLetters?: number
  /** Guardians who ask the principal to look again, not answered yet (G04); absent: none. */
  appeals?: number
  /** Of the education bureau: notices to publish, or somebody to confirm; for principals (G22); absent: none. */
  bureau?: number
  /** Told by supervisors, not answered yet (M06). */
  reports: number
  /** Head teachers and invited staff that wait for a leader's word. */
  applications: number
  /** Leavings that head teachers have recorded: they hold when a leader confirms them (L12). */
  leavings: { childId: string; name: string; className: string; cause: LeavingCause; from: Day }[]
  /** All of them; `leavings` has the oldest. */
  leavingsTotal: number
}

export type Today = TodayGuardian | TodayStaff | TodayPrincipal | TodayStandIn | TodayOfficer

export const todayRows = {
  'today.read': { input: todayRead, output: answer<Today>(), roles: MEMBERS, scope: 'identity', looks: true },
} as const satisfies Rows
