// Decides what a phone may ask and learn about what follows a breach: cases, the log, the supervisor.
import * as z from 'zod/mini'
import {
  CASE_STEPS,
  type CaseDesk,
  type CaseStep,
  answer,
  LEADERS,
  cursor,
  id,
  instant,
  limits,
  reference,
  words,
  type Rows,
  type Done,
  type Instant,
  type Paged,
  type Relation,
  type Role,
} from '../wire'

/** A guardian of a child as the list of members shows them: nobody on a phone holds another's openid. */
const guardian = z.object({ childId: id, card: reference(limits.LABEL_MAX), since: instant })

const rule = z.string().check(z.regex(/^[A-Z]\d\d$/))

export const caseOpen = z.object({ guardian, rule, evidence: words })

/** Every step needs words: what was said, or why (G05). */
export const caseStep = z.object({ caseId: id, step: z.enum(CASE_STEPS), words })

/** The matter is settled; the case stays where it is. */
export const caseClose = z.object({ caseId: id, words })

export const caseList = z.discriminatedUnion('of', [
  z.object({ of: z.literal('class'), classId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('school'), schoolId: id, after: z.optional(cursor) }),
])

/** What is decided about the caller, wherever they belong now: also of somebody who was asked to leave (G04, G05). */
export const caseOwn = z.object({})

/** 向校长申诉: whoever is muted, or was asked to leave, asks the principal to look again (G04). */
export const appealFile = z.object({ caseId: id, words })

export const APPEAL_DECISIONS = ['uphold', 'lift'] as const
export type AppealDecision = (typeof APPEAL_DECISIONS)[number]

/** 维持 撤销: lifting ends the mute and the case at once, and lets somebody who was asked to leave be asked in again. */
export const appealAnswer = z.object({ caseId: id, decision: z.enum(APPEAL_DECISIONS), words })

export const appealList = z.object({ schoolId: id, after: z.optional(cursor) })

/** Open ones first; of a school only those that are the leaders' by now (G06). */
export interface CaseList extends Paged {
  cases: Case[]
}

export interface Case {
  caseId: string
  classId: string
  className: string
  childName: string
  /** The guardian it is about: 张小明妈妈. */
  card: string
  rule: string
  evidence: string
  /** WeChat has not let it pass: it quotes what happened (C04, G11). */
  evidenceDoubted: boolean
  state: 'open' | 'closed'
  /** `days`: how long a mute lasts, by the pact the case was opened under (G15). */
  steps: { step: CaseStep; at: Instant; by: string; words: string; until?: Instant; days?: number; lifted?: true }[]
  /** The oldest first. */
  appeals: Appeal[]
  /** The one step that is open; absent: all are taken, or the case is closed. */
  next?: CaseStep
  /** How many days the open step would mute. */
  nextDays?: number
  openedAt: Instant
  openedBy: string
  closed?: { at: Instant; by: string; words: string }
  /** Open too long: from then on the leaders decide it (G06). */
  leadersFrom: Instant
  leadersAfterDays: number
  /** At whose desk it lies, or lay when it was closed. */
  desk: CaseDesk
  /** Where the pact lets it rise step by step: the desks it has come to, the one to come last; absent: it does not (G21). */
  rises?: { desk: CaseDesk; at: Instant; days?: number }[]
  /** Whoever asks may take the next step now. */
  mine: boolean
  /** The child's other guardians, who go on getting its notices. */
  others: Relation[]
}

/** A guardian asks the principal to look again, and is answered. */
export interface Appeal {
  at: Instant
  /** Absent: WeChat has not let them pass, and the reader is not the one who looks. */
  words?: string
  /** The leaders read them as the person who looks (C04). */
  doubted?: true
  answered?: { at: Instant; by: string; decision: AppealDecision; words?: string; wordsHeld?: true }
}

/** A case as whoever it is about reads it: what was decided, not what staff wrote of it. */
export interface OwnCase {
  caseId: string
  className: string
  rule: string
  state: 'open' | 'closed'
  /** `lifted`: an appeal has ended it. */
  steps: { step: CaseStep; at: Instant; until?: Instant; days?: number; lifted?: true }[]
  appeals: Appeal[]
  /** It holds, and nobody is asked to look at it yet. */
  mayAppeal: boolean
}

/** The latest first. */
export interface OwnCases {
  cases: OwnCase[]
}

/** `mayAnswer`: the reader is a principal, has not taken the step themselves, and nobody has answered. */
export interface AppealedCase extends Case {
  mayAnswer: boolean
}

/** What waits for an answer first, the oldest first. */
export interface AppealList extends Paged {
  appeals: AppealedCase[]
}

export const logRead = z.object({ classId: id, after: z.optional(cursor) })

/** One line: no text of anybody, no child's name (M06). */
export interface LogRow {
  at: Instant
  /** In which role the person acted, or was judged. */
  role: Role
  act: 'post' | 'review' | 'case'
  rules: string[]
  result: 'hold' | 'approve' | 'return' | 'talk' | 'refuse' | 'stop' | 'open' | 'close' | CaseStep | AppealDecision
  /** How long a mute lasts. */
  days?: number
}

export interface ModerationLog {
  className: string
  rows: LogRow[]
  /** Pass as `after` for earlier rows; absent at the end. */
  next?: string
}

export const committeeMark = z.object({ guardian, member: z.boolean() })

export const supervisorName = z.object({ guardian })

/** 向校长反映: a supervisor tells the leaders what they have seen in the log of the own class (M06). */
export const reportFile = z.object({ classId: id, words })

/** A leader's answer ends it; it stays on record. */
export const reportAnswer = z.object({ reportId: id, words })

export const reportList = z.discriminatedUnion('of', [
  z.object({ of: z.literal('class'), classId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('school'), schoolId: id, after: z.optional(cursor) }),
])

/** What waits for an answer first, then the latest. */
export interface ReportList extends Paged {
  reports: Report[]
}

export interface Report {
  reportId: string
  classId: string
  className: string
  /** The supervisor's card: 张小明妈妈. */
  by: string
  words: string
  /** WeChat has not let the words pass: the leaders read them as the person who looks (C04). */
  doubted: boolean
  at: Instant
  answered?: { at: Instant; by: string; words?: string; wordsHeld?: boolean }
}

export const moderationRows = {
  // The class's head teacher, a subject teacher up to the first step (M18); whoever it has risen to after
  // that, or the leaders once it is open too long (G06, G21).
  // Evidence quotes what happened, so it is kept whatever it is (G11).
  'case.open': {
    input: caseOpen,
    output: answer<Case>(),
    roles: ['head_teacher', 'teacher'],
    scope: { find: 'guardian' },
    asksItself: true,
  },
  'case.step': {
    input: caseStep,
    quotes: true,
    output: answer<Case>(),
    roles: [...LEADERS, 'head_teacher', 'teacher', 'officer'],
    offices: ['discipline'],
    scope: { find: 'case' },
  },
  'case.close': {
    input: caseClose,
    quotes: true,
    output: answer<Case>(),
    roles: [...LEADERS, 'head_teacher', 'officer'],
    offices: ['discipline'],
    scope: { find: 'case' },
  },
  'case.list': {
    input: caseList,
    output: answer<CaseList>(),
    roles: [...LEADERS, 'head_teacher', 'teacher', 'officer'],
    offices: ['discipline'],
    scope: { find: 'listedCases' },
    looks: true,
  },
  // About the caller alone, also when they belong nowhere any more: who was asked to leave may still ask why.
  'case.own': { input: caseOwn, output: answer<OwnCases>(), roles: 'anyone', scope: 'self', looks: true },
  'appeal.file': { input: appealFile, quotes: true, output: answer<OwnCase>(), roles: 'anyone', scope: 'self' },
  'appeal.list': { input: appealList, output: answer<AppealList>(), roles: LEADERS, scope: 'place', looks: true },
  // Never whoever took the step.
  'appeal.answer': {
    input: appealAnswer,
    quotes: true,
    output: answer<Case>(),
    roles: ['principal'],
    scope: { find: 'case' },
  },
  'committee.mark': {
    input: committeeMark,
    output: answer<Done>(),
    roles: ['head_teacher'],
    scope: { find: 'guardian' },
  },
  'supervisor.name': {
    input: supervisorName,
    output: answer<Done>(),
    roles: ['head_teacher'],
    scope: { find: 'guardian' },
  },
  'log.read': {
    input: logRead,
    output: answer<ModerationLog>(),
    roles: [...LEADERS, 'head_teacher', 'supervisor', 'officer'],
    offices: ['discipline'],
    scope: { find: 'log' },
    looks: true,
  },
  // The head teacher neither reads nor changes what is told to the leaders.
  'report.file': { input: reportFile, quotes: true, output: answer<Report>(), roles: ['supervisor'], scope: 'place' },
  'report.answer': {
    input: reportAnswer,
    quotes: true,
    output: answer<Report>(),
    roles: LEADERS,
    scope: { find: 'report' },
  },
  'report.list': {
    input: reportList,
    output: answer<ReportList>(),
    roles: ['supervisor', ...LEADERS],
    scope: { find: 'listed' },
    looks: true,
  },
} as const satisfies Rows
