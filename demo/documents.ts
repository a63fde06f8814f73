// Decides which documents the demo lays down, and which of their fields it fills in.
import type {
  Audience,
  CheckedWords,
  Day,
  Half,
  Instant,
  LeaveDesk,
  LeaveKind,
  LeaveSpan,
  LeaveState,
  NoticeDraft,
  NoticeKind,
  NoticeSource,
  NoticeState,
  Pact,
  Reason,
  Relation,
  ReplyMode,
  Role,
  RollCounts,
  SchoolCalendar,
  SchoolKind,
  TalkAbout,
  TalkDesk,
  TalkEvent,
  TalkState,
  Template,
  UrgentCause,
} from '@class-pact/core/contract'
import type { SchoolHalf } from '@class-pact/core/leave'
import type { SlipEntry } from '@class-pact/core/notice'
import type { Contact } from '@class-pact/core/register'
import type { KeptContact, KeptLine } from '@class-pact/core/roll'

export interface TrailEntry {
  id: string
  at: Instant
  by: string
  role: Role
  action: string
}

/** What has happened to it, and how much of that is in the audit: nothing yet. */
export interface Trailed {
  trail: TrailEntry[]
  audited: number
  trailOpen: boolean
}

interface Stored {
  _id: string
}

interface Placed extends Stored {
  schoolId: string
}

/** Made by a call of somebody, with the files that came with it. */
interface Founded {
  callDigest: string
  files: []
}

export interface SchoolDoc extends Stored, Trailed {
  name: string
  kind: SchoolKind
  calendar: SchoolCalendar
  principals: { openid: string; name: string }[]
  createdAt: Instant
}

export interface PactDoc extends Stored, Pact, Trailed {}

interface Teaching {
  openid: string
  name: string
  subject: string
  since: Instant
}

export interface ClassDoc extends Placed, Trailed {
  name: string
  order: number
  headTeacher: Teaching
  teachers: Teaching[]
  reviewedAt?: Instant
  roster: { childId: string; no: string; name: string }[]
  rosterVersion: number
}

export interface ChildDoc extends Placed, Trailed {
  classId: string
  no: string
  name: string
  guardians: { openid: string; relation: Relation; card: string; name: string; since: Instant }[]
  contacts: { relation: string; name: string; phone: string }[]
}

export interface PersonDoc extends Stored {
  consentAt: Instant
  consentVersion: number
  credits: Partial<Record<Template, number>>
  updatedAt: Instant
}

interface CheckResult {
  suggest: 'pass' | 'review'
  label?: number
  traceIds: string[]
}

export interface NoticeDoc extends Placed, Founded, Trailed {
  schoolName: string
  source: NoticeSource
  author: { openid: string; role: Role; card: string }
  issuer: string
  draft: NoticeDraft
  search: { line: string; body: string }
  audience: Audience
  classes: { classId: string; name: string }[]
  version: number
  state: NoticeState
  important: boolean
  pactVersion: number
  reasons: Reason[]
  check: CheckResult
  media: []
  urgent?: { cause: UrgentCause; reason: string }
  createdAt: Instant
  releaseAt?: Instant
  publishedAt?: Instant
  heldAt?: Instant
  duty?: { kind: 'release'; at: Instant; lease: Instant; tries: number }
}

export interface SlipDoc extends Placed, Trailed {
  noticeId: string
  classId: string
  className: string
  authorOpenid: string
  sender: string
  source: NoticeSource
  kind: NoticeKind
  title: string
  search: { line: string; body: string }
  replyMode: ReplyMode
  important: boolean
  deadline?: Instant
  publishedAt: Instant
  version: number
  state: 'running' | 'closed'
  toChild?: string
  entries: Record<string, SlipEntry>
  remindedAt?: Instant
  closedAt?: Instant
  urgentCause?: UrgentCause
  updatedAt: Instant
}

export interface LeaveDoc extends Placed, Founded, Trailed {
  classId: string
  className: string
  childId: string
  childName: string
  no: string
  kind: LeaveKind
  span: LeaveSpan
  days: number
  dates: Day[]
  back?: SchoolHalf
  upTo: LeaveDesk
  reason?: CheckedWords
  check?: CheckResult
  proof: []
  state: LeaveState
  applicant: { openid: string; card: string }
  submittedAt: Instant
  decidedAt?: Instant
  decidedBy?: { openid: string; card: string }
  words?: CheckedWords
  returnedAt?: Instant
  slots: string[]
  updatedAt: Instant
}

export interface RollDoc extends Placed, Trailed {
  classId: string
  className: string
  day: Day
  half: Half
  takenAt: Instant
  takenBy: { card: string }
  lines: Record<string, KeptLine>
  counts: RollCounts
  contacts: Record<string, KeptContact>
  reachedBy?: Omit<Contact, 'classId'>[]
  open: number
  version: number
  updatedAt: Instant
}

interface LetterDoc {
  letterId: string
  by: { openid: string; card: string; role: Role; side: 'family' | 'staff' | 'leader' }
  at: Instant
  state: 'sent'
  arrivesAt: Instant
  words: CheckedWords
  files: []
  media: []
  important?: true
  reasons: []
  check: CheckResult
}

export interface TalkDoc extends Placed, Founded, Trailed {
  classId: string
  className: string
  childId: string
  childName: string
  about: TalkAbout
  matter: CheckedWords
  to: { desk: 'head_teacher' | 'principal'; card: string }
  openedAt: Instant
  letters: LetterDoc[]
  events: TalkEvent[]
  state: TalkState
  desk: TalkDesk
  deskSince: Instant
  leadersFrom?: Instant
  waitsSince?: Instant
  writers: string[]
  holding: []
  updatedAt: Instant
  changes: number
}

export interface AlbumFile {
  fileId: string
  digest: string
  bytes: number
  type: 'png'
  width: number
  height: number
}

export interface AlbumDoc extends Placed, Trailed {
  classId: string
  className: string
  by: { openid: string; card: string; role: Role }
  title: CheckedWords
  whole: boolean
  absent: []
  photos: {
    photoId: string
    file: AlbumFile
    thumb: AlbumFile
    width: number
    height: number
    children: string[]
  }[]
  media: { fileId: string; traceId: string; suggest: 'pass' }[]
  childIds: string[]
  state: 'published'
  reasons: []
  check: CheckResult
  pactVersion: number
  createdAt: Instant
  checkUntil: Instant
  publishedAt: Instant
  publishedOn: Day
  dropping: []
  cuts: number
  updatedAt: Instant
  callDigest: string
}

export interface VerdictDoc extends Placed {
  classIds: string[]
  authorOpenid: string
  role: Role
  rules: string[]
  verdict: 'hold' | 'refuse'
  labels: number[]
  digest: string
  at: Instant
}
