// Decides what figures of a notice, of work in classes and of each of the staff hold, and the lists they lead to.
import type { ContactWay } from '../register/contract'
import type { RollCounts } from '../roll/contract'
import type { SlipCounts } from '../slip/contract'
import type { Day, FollowUpWay, Grade, Instant, NoticeKind, Paged, UrgentCause } from '../wire'

/** 本周 本月 本学期 本学年: a school year from August to July, a term as the school has entered it. */
export const RANGES = ['week', 'month', 'term', 'year'] as const
export type Range = (typeof RANGES)[number]

/**
 * Figures that lead to a list of what they count. `follow_ups` and `owed`: lines of notices. `late`: sent in quiet hours,
 * `overrides` are those of them that did not wait. `replies` are matters; `registers_*` are what stands today. `slips` and
 * `rolls` are what rates are made of: a class's slip that wants a reply, a class's day on which a roll was taken.
 */
export const COUNTED = [
  ...(['posts', 'late', 'overrides', 'refused', 'held'] as const),
  ...(['follow_ups', 'owed', 'replies', 'registers_done', 'registers_overdue'] as const),
  ...(['contacts', 'slips', 'rolls'] as const),
] as const
export type CountedFigure = (typeof COUNTED)[number]

/** The days that were counted, and a day of the period before and after, where there is one to look at. */
export interface Period {
  range: Range
  from: Day
  to: Day
  /** Pass as `of`. */
  earlier?: Day
  later?: Day
}

/** Refused and held posts of a rule (X03). */
export interface RuleCount {
  rule: string
  refused: number
  held: number
}

/** One class's slip of a notice, or all of them together. */
export interface NoticeLine {
  counts: SlipCounts
  signRate?: number
  reachedRate?: number
  /** Minutes until half and nine tenths of those asked had signed; absent: so many have not. */
  halfMinutes?: number
  nineTenthsMinutes?: number
  /** Children whose family was told, by the latest way that stands. */
  ways: Record<FollowUpWay, number>
  /** Children not reached, once the deadline has passed. */
  owed: number
}

/** One notice over its classes (X01, X04). A row leads to the slip board of the class, whose counts are the same. */
export interface NoticeFigures {
  noticeId: string
  title: string
  kind: NoticeKind
  publishedAt: Instant
  deadline?: Instant
  asOf: Instant
  all: NoticeLine
  /** In grade order. */
  classes: (NoticeLine & { classId: string; className: string })[]
}

/** Registers of a class as they stand today, whatever the range: of the slots that still show. */
export interface RegisterFigures {
  done: number
  overdue: number
}

/** Photos of a class in the range (P01): the middle of its children, and the fewest that one of them has. */
export interface PhotoFigures {
  /** Children on the roll who have not asked for no photos. */
  children: number
  median: number
  least: number
  /** How many have so few. */
  leastChildren: number
}

export interface WorkFigures {
  registers: RegisterFigures
  /** With families, in every way (X07). */
  contacts: number
  ways: Record<ContactWay, number>
  /** Absent: no album of the class in the range, or of a grade or school. */
  photos?: PhotoFigures
}

export interface WorkPage extends Period {
  asOf: Instant
  /** In grade order. */
  classes: (WorkFigures & { classId: string; className: string; grade?: Grade })[]
  grades: (WorkFigures & { grade: Grade })[]
  school: WorkFigures
}

/** What one of the staff did (X02 X03 X04 X07 G08 G09): the same numbers as their line in the appraisal sheet of the term. */
export interface StaffFigures {
  /** Notices that went out. */
  posts: number
  /** Of them written in quiet hours: what was not urgent has waited for the opening. */
  late: number
  /** Of those: urgent, and out at once. */
  overrides: number
  refused: number
  held: number
  /** Of refused and held, per rule. */
  rules: RuleCount[]
  /** Families told by phone, paper, face to face or at home after a notice. */
  followUps: number
  /** With families, in every way. */
  contacts: number
  /** Answers to families, and how many of them came in the time of the pact (T10, T11). */
  replies: number
  repliesInTime: number
  registers: RegisterFigures
}

export interface StaffLine extends StaffFigures {
  /** A mark that tells nothing; pass it as `staffId`. */
  staffId: string
  /** 语文王老师; absent: whoever has gone. */
  card?: string
  classNames: string[]
}

/** The order of the school: leaders, offices, head teachers, teachers; then whoever has gone. */
export interface StaffPage extends Paged, Period {
  asOf: Instant
  staff: StaffLine[]
  /** Everybody's together, also on later pages. */
  all: StaffFigures
}

interface ItemBase {
  at: Instant
  /** 语文王老师; absent: they have gone. */
  by?: string
  classId?: string
  className?: string
}

/** One thing that a figure counts; what it names is the page it leads to. */
export type StatisticsItem =
  /** → notice/detail; `title` is absent of what went to one family (C24). */
  | (ItemBase & {
      kind: 'post'
      noticeId: string
      title?: string
      urgent?: { cause: UrgentCause; reason: string }
      /** It waited for this. */
      releasedAt?: Instant
    })
  /** → the log: only rules and the moment are kept, never the text. */
  | (ItemBase & { kind: 'verdict'; verdict: 'hold' | 'refuse'; rules: string[] })
  /** → the slip board of the class; `title` is absent of what went to one family (C24). */
  | (ItemBase & {
      kind: 'line'
      noticeId: string
      title?: string
      classId: string
      childId: string
      no: string
      name: string
      way?: FollowUpWay
      deadline?: Instant
    })
  /** → the talk; no word of it, and not what it is about. */
  | (ItemBase & { kind: 'reply'; talkId: string; askedAt: Instant; minutes: number; inTime: boolean })
  /** → the register's table; `at` is when it was or is due. */
  | (ItemBase & { kind: 'register'; register: string; title: string; slot: string; from: Day })
  /** → the register's table, if it stands in one; never with whom or about what. */
  | (ItemBase & { kind: 'contact'; way: ContactWay; register?: string })
  /** → the slip board of the class. */
  | (ItemBase & { kind: 'slip'; noticeId: string; title: string; classId: string; counts: SlipCounts })
  /** → the attendance of that day. */
  | (ItemBase & { kind: 'roll'; day: Day; classId: string; counts: RollCounts })

/** What a rate is made of: of all lines together, also on later pages. */
export type SlipSums = Pick<SlipCounts, 'total' | 'signed' | 'followed'>

/** The latest first. `total` is the figure. */
export interface StatisticsItems extends Paged, Period {
  figure: CountedFigure
  items: StatisticsItem[]
  /** Of `slips`: its rates are the figures' sign-off and reached rates. */
  slips?: SlipSums
  /** Of `rolls`: its rate is the figures' attendance. */
  rolls?: RollCounts
}
