// Decides what a phone may ask and learn about what follows a breach: cases, the moderation log, the audit, the supervisor.
import * as z from 'zod/mini'
import * as limits from './limits'
import { cursor, id, instant } from './values'
import { reference, words } from './words'
import type { Instant, Paged, Relation, Role } from './values'

/** 指导 提醒 禁言1天 7天 30天 请出, in this order; there are no fines (G04, G05, G08). */
export const CASE_STEPS = ['guide', 'remind', 'mute_1', 'mute_7', 'mute_30', 'remove'] as const
export type CaseStep = (typeof CASE_STEPS)[number]

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
  steps: { step: CaseStep; at: Instant; by: string; words: string; until?: Instant; days?: number }[]
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
  /** Whoever asks may take the next step now. */
  mine: boolean
  /** The child's other guardians, who go on getting its notices. */
  others: Relation[]
}

export const logRead = z.object({ classId: id, after: z.optional(cursor) })
/** One line: no text of anybody, no child's name (M06). */
export interface LogRow {
  at: Instant
  /** In which role the person acted, or was judged. */
  role: Role
  act: 'post' | 'review' | 'case'
  rules: string[]
  result: 'hold' | 'approve' | 'return' | 'talk' | 'refuse' | 'open' | 'close' | CaseStep
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

export const auditExport = z.object({
  schoolId: id,
  after: z.optional(z.int().check(z.gte(0))),
  /** The code that an earlier export ended with: does the audit still contain it? */
  anchor: z.optional(reference(limits.LABEL_MAX)),
})
export interface AuditRow {
  seq: number
  at: Instant
  /** A mark that is somebody's throughout the school's audit; never an openid (C28). */
  by: string
  /** Their card in that role, while they have it: 语文王老师. */
  who?: string
  role: Role | 'system'
  action: string
  target: string
  detail?: Record<string, string | number | boolean>
  previous: string
  hash: string
}
export interface AuditExport {
  rows: AuditRow[]
  /** Every row continues the one before it, and none is missing. */
  intact: boolean
  /** The first row that does not. */
  brokenAt?: number
  /** Pass as `after` for the next rows; absent at the end. */
  next?: number
  /** What became of the anchor that was asked for: `cut`, the audit no longer reaches that far; `forked`, another row stands there. */
  anchored?: 'unbroken' | 'cut' | 'forked'
  /** At the end: the code by which a later reading knows this end again. */
  anchor?: string
}

/** A held post is kept as it stands, for whoever decides later (G11); again it changes nothing. */
export const evidenceKeep = z.object({ noticeId: id })
export const evidenceList = z.object({ schoolId: id, after: z.optional(cursor) })
export interface EvidenceList extends Paged {
  evidence: Evidence[]
}
/** What was written, by whom, when, and what was decided of it: complete, and sealed when it was kept. */
export interface Evidence {
  evidenceId: string
  noticeId: string
  classNames: string[]
  /** As in the audit: the same mark for the same person. */
  by: string
  author: string
  role: Role
  writtenAt: Instant
  title: string
  body: string
  photos: string[]
  /** SHA-256 of each photo as it was kept, and where it opens for some minutes. */
  photoDigests: string[]
  photoUrls: string[]
  rules: string[]
  /** WeChat's label, if it gave one. */
  label?: number
  keptAt: Instant
  keptBy: string
  decided?: { decision: 'approve' | 'return' | 'talk' | 'refuse'; at: Instant; by: string; words?: string }
  /** SHA-256 over what was kept; the audit's row `evidence.keep` has it too. */
  digest: string
  /** It still fits what is kept. */
  intact: boolean
}

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
