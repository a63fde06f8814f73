// Decides what a phone may ask and learn about the education bureau: seats, figures, permission numbers, notices (G22).
import * as z from 'zod/mini'
import {
  answer,
  cursor,
  day,
  id,
  identityKey,
  limits,
  name,
  postBody,
  postLine,
  title,
  token,
  type Day,
  type Done,
  type Instant,
  type NoticeState,
  type Paged,
  type Rows,
} from '../wire'

/** What a bureau asks of the families: to know, or to say that they know. */
export const BUREAU_REPLIES = ['read', 'confirm'] as const
export type BureauReply = (typeof BUREAU_REPLIES)[number]
/** 邀请 待确认 在任 已结束 */
export const BUREAU_SEAT_STATES = ['invited', 'answered', 'held', 'ended'] as const
export type BureauSeatState = (typeof BUREAU_SEAT_STATES)[number]
/** 未发布 已发布 不发 */
export const BUREAU_NOTICE_STATES = ['waiting', 'published', 'declined'] as const
export type BureauNoticeState = (typeof BUREAU_NOTICE_STATES)[number]
/** 一次 多次 */
export const PERMISSION_USES = ['once', 'many'] as const
export type PermissionUses = (typeof PERMISSION_USES)[number]

const ofSchool = z.object({ schoolId: id })

export const bureauInvitation = z.object({ token })
/** What a card says to whoever holds it. */
export interface BureauInvitation {
  schoolName: string
  bureau: string
  /** 李校长 */
  inviter: string
  expiresAt: Instant
  /** This person has answered it. */
  answered?: true
  consented: boolean
}

export const bureauAccept = z.object({ token, consent: z.literal(true), name })
/** The principal says that it is them. */
export interface BureauAccepted {
  outcome: 'waits'
  schoolName: string
}

/** The one bureau over a school, as its principal sees it. */
export interface BureauSeat {
  schoolId: string
  /** Absent: nobody was asked yet. */
  state?: BureauSeatState
  bureau?: string
  person?: string
  since?: Instant
  /** While the card is open: page it opens, and until when. */
  path?: string
  expiresAt?: Instant
  /** Answered, not confirmed: when, and over how many other schools this person sits already. */
  answered?: { at: Instant; schools: number }
  /** Its notices that nobody has decided of. */
  waiting: number
  /** Numbers that can still be used, the latest first. */
  permissions: Permission[]
  /** This term's report. */
  inspection?: Inspection
}

export const bureauInvite = z.object({ schoolId: id, bureau: title(limits.BUREAU_NAME_MAX), name })
/** `seen`: when the answer came that is on the screen. */
export const bureauConfirm = z.object({ schoolId: id, seen: z.int() })

/** One school, by itself alone: sums, never a class, a child or a text. Absent: too few, or nothing was counted. */
export interface BureauSchool {
  schoolId: string
  schoolName: string
  /** Of all that wanted a reply this term, 0…1. */
  reachedRate?: number
  /** Half days and days of leave count as one: a child's leave on a school day. */
  leaves?: number
  registers?: { done: number; open: number }
  inspection?: Inspection
  /** Up to when it is counted; absent: not yet. */
  asOf?: Instant
}
export const bureauSchools = z.object({ identity: identityKey, after: z.optional(cursor) })
export interface BureauSchools extends Paged {
  bureau: string
  term: { from: Day; to: Day }
  schools: BureauSchool[]
}

/** A number with which C16 lets a school's appeal pass. */
export interface Permission {
  permissionId: string
  number: string
  schoolId: string
  schoolName: string
  bureau: string
  purpose: string
  from: Day
  to: Day
  uses: PermissionUses
  /** usable; used up; over; not yet; taken back. */
  state: 'open' | 'used' | 'over' | 'ahead' | 'ended'
  /** When the school has used it, the latest first. Never for what text. */
  used: Instant[]
  issuedAt: Instant
}
export const permissionIssue = z.object({
  identity: identityKey,
  schoolId: id,
  purpose: postLine(limits.LABEL_MAX),
  from: day,
  to: day,
  uses: z.enum(PERMISSION_USES),
})
export const permissionList = z.object({ identity: identityKey, after: z.optional(cursor) })
export interface Permissions extends Paged {
  permissions: Permission[]
}
export const permissionEnd = z.object({ permissionId: id })

export const bureauSend = z.object({
  identity: identityKey,
  title: postLine(limits.TITLE_MAX),
  body: postBody(limits.BODY_MAX),
  replyMode: z.enum(BUREAU_REPLIES),
})
/** What the bureau sees of a notice: whether each school has published it, and nothing else. */
export interface BureauNotice {
  noticeId: string
  title: string
  body: string
  sentAt: Instant
  schools: { schoolId: string; schoolName: string; published: boolean }[]
}
export const bureauNotices = z.object({ identity: identityKey, after: z.optional(cursor) })
export interface BureauNotices extends Paged {
  notices: BureauNotice[]
}

export const bureauReceived = z.object({ schoolId: id, after: z.optional(cursor) })
/** A bureau's notice at one school. */
export interface ReceivedNotice {
  letterId: string
  bureau: string
  title: string
  body: string
  replyMode: BureauReply
  sentAt: Instant
  state: BureauNoticeState
  decidedAt?: Instant
  /** What became of it here. */
  noticeId?: string
}
export interface ReceivedNotices extends Paged {
  notices: ReceivedNotice[]
}
const ofLetter = z.object({ schoolId: id, letterId: id })
export const bureauPublish = ofLetter
export interface BureauPublished {
  noticeId: string
  state: NoticeState
  releaseAt?: Instant
}
export const bureauDecline = ofLetter

/** What was looked at in one class this term, and what of it is not mended. */
export interface InspectionLine {
  classId: string
  className: string
  items: number
  open: number
}
export interface InspectionDraft {
  term: { from: Day; to: Day }
  /** In grade order; the school's own rooms last, with an empty name. */
  lines: InspectionLine[]
  items: number
  open: number
  handed?: Inspection
}
/** A term's report as the bureau has it: of the school alone. */
export interface Inspection {
  handedAt: Instant
  classes: number
  items: number
  open: number
  /** Until when the open ones are mended. */
  until?: Day
}
/** `until`: needed while something is open. `items`, `open`: as on the screen. */
export const bureauHandIn = z.object({
  schoolId: id,
  items: z.int().check(z.gte(0)),
  open: z.int().check(z.gte(0)),
  until: z.optional(day),
})

const PRINCIPAL = ['principal'] as const
const BUREAU = ['bureau'] as const

/** The writer answers it: the judge reads the bureau's text by the school's own pact. */
export const bureauWritingRows = {
  'bureau.publish': { input: bureauPublish, output: answer<BureauPublished>(), roles: PRINCIPAL, scope: 'place' },
} as const satisfies Rows

export const bureauRows = {
  'bureau.invitation': {
    input: bureauInvitation,
    output: answer<BureauInvitation>(),
    roles: 'anyone',
    scope: 'self',
    looks: true,
  },
  'bureau.accept': {
    input: bureauAccept,
    output: answer<BureauAccepted>(),
    roles: 'anyone',
    scope: 'self',
    mustPass: true,
  },
  'bureau.seat': { input: ofSchool, output: answer<BureauSeat>(), roles: PRINCIPAL, scope: 'place', looks: true },
  'bureau.invite': {
    input: bureauInvite,
    output: answer<BureauSeat>(),
    roles: PRINCIPAL,
    scope: 'place',
    mustPass: true,
  },
  'bureau.confirm': { input: bureauConfirm, output: answer<BureauSeat>(), roles: PRINCIPAL, scope: 'place' },
  'bureau.end': { input: ofSchool, output: answer<Done>(), roles: PRINCIPAL, scope: 'place' },
  'bureau.received': {
    input: bureauReceived,
    output: answer<ReceivedNotices>(),
    roles: PRINCIPAL,
    scope: 'place',
    looks: true,
  },
  'bureau.decline': { input: bureauDecline, output: answer<Done>(), roles: PRINCIPAL, scope: 'place' },
  'bureau.report': {
    input: ofSchool,
    output: answer<InspectionDraft>(),
    roles: PRINCIPAL,
    scope: 'place',
    looks: true,
  },
  'bureau.handIn': { input: bureauHandIn, output: answer<Inspection>(), roles: PRINCIPAL, scope: 'place' },
  'bureau.schools': {
    input: bureauSchools,
    output: answer<BureauSchools>(),
    roles: BUREAU,
    scope: 'identity',
    looks: true,
  },
  // What every school's families may read passes whole: nobody of the bureau looks at what is doubted.
  'bureau.send': {
    input: bureauSend,
    output: answer<BureauNotice>(),
    roles: BUREAU,
    scope: 'identity',
    mustPass: true,
  },
  'bureau.notices': {
    input: bureauNotices,
    output: answer<BureauNotices>(),
    roles: BUREAU,
    scope: 'identity',
    looks: true,
  },
  // An appeal's purpose is a word for begging: the house would refuse what it is the bureau's to allow.
  'permission.issue': {
    input: permissionIssue,
    output: answer<Permission>(),
    roles: BUREAU,
    scope: 'identity',
    quotes: true,
    mustPass: true,
  },
  'permission.list': {
    input: permissionList,
    output: answer<Permissions>(),
    roles: BUREAU,
    scope: 'identity',
    looks: true,
  },
  'permission.end': {
    input: permissionEnd,
    output: answer<Permission>(),
    roles: BUREAU,
    scope: { find: 'permission' },
  },
} as const satisfies Rows
