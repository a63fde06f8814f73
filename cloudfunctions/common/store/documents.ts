// Decides the shape of every document: one document is one decision (docs/adr/0002, 0003).
import type {
  ApplicationPurpose,
  Audience,
  CaseStep,
  CheckedWords,
  Day,
  Identity,
  Instant,
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
  ReviewDecision,
  Role,
  SchoolCalendar,
  SchoolKind,
  Template,
  UrgentCause,
} from '@class-pact/core/contract'
import type { RosterContact } from '@class-pact/core/family'
import type { Ladder } from '@class-pact/core/moderation'
import type { DutyKind, SlipEntry } from '@class-pact/core/notice'
import type { LeaveFacts, SlipFacts, VerdictFacts } from '@class-pact/core/statistics'

/** What the document has to be brought on to, and when; the scheduler claims it by a conditional update on `lease`. */
export interface Duty {
  kind: DutyKind | 'tell' | 'remind' | 'carry_out' | 'settle' | 'admit' | 'forget'
  at: Instant
  /** Claimed until then; 0 = free. */
  lease: Instant
  /** Failed tries, for the pause before the next. */
  tries: number
}

/** Who did what when, kept inside the document it changed and chained into `audit` by the scheduler (docs/adr/0003). */
export interface TrailEntry {
  /** requestId of the call, so that a repeated call adds nothing. */
  id: string
  /** What the call asked: the same id with other words is refused. Absent: the system's own act. */
  digest?: string
  at: Instant
  by: string
  role: Role | 'system'
  action: string
  detail?: Record<string, string | number | boolean>
}

/** A document whose id, or origin, is derived from a person and their requestId. */
export interface Founded {
  /** What the call asked that made it. */
  callDigest?: string
}

/** A file a document has taken: a copy nobody's phone can write, and what it was when it was checked (docs/adr/0010). */
export interface KeptFile {
  fileId: string
  /** SHA-256, hexadecimal. */
  digest: string
  bytes: number
  type: 'jpg' | 'png'
  width: number
  height: number
  /** Who gave it. */
  owner: string
}

/** A place handed out for an upload; `_id` is its path. */
export interface UploadDoc {
  _id: string
  openid: string
  at: Instant
  /** The file goes then, whatever became of it. */
  expiresAt: Instant
}

/** A document that keeps its own trail until the scheduler has chained it into `audit`. */
export interface Trailed {
  trail: TrailEntry[]
  /** How many of these entries, from the first on, are chained. */
  audited: number
  /** How many chained entries the document no longer holds: the audit does. Absent: none. */
  cut?: number
  /** Some are not. */
  trailOpen: boolean
}

export interface SchoolDoc extends Trailed {
  _id: string
  name: string
  kind: SchoolKind
  calendar: SchoolCalendar
  principals: { openid: string; name: string }[]
  /** 教导处 */
  office?: { openid: string; name: string }[]
  /** Of the principal's office, for families (M16). */
  phone?: string
  createdAt: Instant
}

/** `_id` = `<schoolId>:<version>`; immutable but for its trail, so an instance may cache it for ever. */
export interface PactDoc extends Pact, Trailed {
  _id: string
}

export interface RosterEntry {
  childId: string
  no: string
  name: string
  /** The child's name alone, where `name` carries a mark that tells namesakes apart: 张伟（大）. */
  called?: string
  /** Family names for the child (小名), for the content rules. */
  nicknames?: string[]
}

export interface ClassDoc extends Trailed {
  _id: string
  schoolId: string
  /** 三（2）班, in one notation however the file wrote it. */
  name: string
  /** For ordering: grade then class. */
  order: number
  /** `phone`: a number of their own that families may call (M16). */
  headTeacher?: { openid: string; name: string; subject: string; since: Instant; phone?: string }
  teachers: { openid: string; name: string; subject: string; since: Instant }[]
  /** From the parents' committee: reads the moderation log (M06). */
  supervisor?: { openid: string; card: string; since: Instant }
  /** When the head teacher looked through the members last (M11). */
  reviewedAt?: Instant
  roster: RosterEntry[]
  /** Applications that have brought somebody in, newest last: each admits once, whatever is repeated (docs/adr/0008). */
  admitted?: string[]
  /** Somebody has come or gone: whether all of it is done is looked at once more. */
  duty?: Duty
  /** Counts the changes of the roster, so that two who change it at once notice one another. */
  rosterVersion?: number
}

export interface ChildDoc extends Trailed {
  _id: string
  schoolId: string
  classId: string
  no: string
  name: string
  /** `committee`: 家委会, from whom the supervisor is chosen (M06). */
  guardians: {
    openid: string
    relation: Relation
    card: string
    name?: string
    since: Instant
    committee?: boolean
  }[]
  /** Asked to leave the class: they come back only by the head teacher's word (G05). */
  removed?: string[]
  /** One seat more than the pact in force gives, granted on request (M01). */
  extraSeat?: true
  /** What tells the child from a namesake: 大, B; the roll shows it, the family does not write it. */
  mark?: string
  /** As the roster has them; staff only. */
  contacts: RosterContact[]
  /** Applications that have brought somebody in, newest last: each admits once, whatever is repeated (docs/adr/0008). */
  admitted?: string[]
  /** Somebody has come or gone: whether all of it is done is looked at once more. */
  duty?: Duty
}

/** Consent, and what belongs to nobody else. Who somebody is stands where it is decided: beside a child, in a class, in a school (docs/adr/0008). */
export interface PersonDoc {
  _id: string
  consentAt: Instant
  consentVersion: number
  /** A deletion has begun: from then on this is nobody. */
  leaving?: Instant
  duty?: Duty
  /** By class: no posts there until then (G04). */
  mutes?: Record<string, Instant>
  credits: Partial<Record<Template, number>>
  /** The latest acceptances of reminders, newest last: a repeated call counts once, and only so many count. */
  acceptances?: Pick<TrailEntry, 'id' | 'by' | 'digest' | 'at'>[]
  /** Digests of the latest posts, newest last, for C01 and C02. */
  recent: { digest: string; at: Instant }[]
  updatedAt: Instant
}

/** Somebody as they call: what is kept of them, and who they are at this moment. */
export interface Person extends PersonDoc {
  /** One line a child and a role. */
  identities: Identity[]
  /** By child: the name they gave when they joined, if they gave one. */
  guardianNames: Record<string, string>
}

export interface InvitationDoc extends Founded, Trailed {
  _id: string
  /** Derived from the call that created it, unique: a repeated call finds the same token. Activation codes: the code. */
  origin: string
  purpose: 'activate' | 'class' | 'child' | 'staff'
  schoolId: string
  schoolName: string
  schoolKind: SchoolKind
  pactVersion: number
  classId?: string
  className?: string
  childId?: string
  childName?: string
  role?: 'head_teacher' | 'teacher'
  inviter: { openid: string; card: string }
  expiresAt: Instant
  /** Activation codes open once; an answer ends an invitation of staff, seats bound the others. */
  usesLeft?: number
  usedBy?: string
  createdAt: Instant
}

export interface ApplicationDoc extends Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  openid: string
  /** Absent: joining. */
  purpose?: ApplicationPurpose
  /** A third seat: the child, where an invitation or a seat names it. */
  childId?: string
  reason?: CheckedWords
  /** WeChat has not let names or reason pass: the head teacher reads them as the person who looks (C04). */
  doubt?: CheckResult
  childName: string
  /** A teacher's own name where a place of staff is asked for. */
  guardianName: string
  relation: Relation
  phone?: string
  /** A place of staff: which one, and for which subject. Its `_id` comes from the invitation, so that each is answered once. */
  role?: 'head_teacher' | 'teacher'
  subject?: string
  /** The school's leaders decide: about a head teacher, or somebody they invited themselves. Absent: the head teacher. */
  to?: 'leaders'
  /** When it was handed in, newest last (M02). */
  attempts?: Instant[]
  /** How many children's names this person has tried at this class, this one included; absent: one (M02). */
  tried?: number
  state: 'pending' | 'approved' | 'rejected' | 'withdrawn'
  words?: CheckedWords
  /** WeChat has not let the words pass: the applicant does not read them. */
  wordsCheck?: CheckResult
  createdAt: Instant
  decidedAt?: Instant
  /** requestId of the decision, so that a repeated call finds its own. */
  decision?: string
  /** The child that whoever approved meant. */
  approvedFor?: string
  /** Approved, and perhaps not seated yet. */
  duty?: Duty
}

export interface CheckResult {
  suggest: 'pass' | 'review' | 'risky' | 'unavailable'
  label?: number
  traceIds: string[]
}

export interface NoticeDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  schoolName: string
  source: NoticeSource
  author: { openid: string; role: Role; card: string }
  issuer: string
  draft: NoticeDraft
  audience: Audience
  /** Classes addressed, with the names needed to lay the notice out. */
  classes: { classId: string; name: string }[]
  version: number
  state: NoticeState
  important: boolean
  pactVersion: number
  reasons: Reason[]
  check: CheckResult
  /** What `draft.photos` names. */
  files?: KeptFile[]
  media: { fileId: string; traceId: string; suggest: 'pending' | 'pass' | 'review' | 'risky' }[]
  urgent?: { cause: UrgentCause; reason: string }
  /** Which leader looked at the override (T01). */
  urgentSeen?: { at: Instant; by: string; role: Role }
  createdAt: Instant
  releaseAt?: Instant
  publishedAt?: Instant
  heldAt?: Instant
  /** `seen`: photos WeChat calls risky that the reviewer looked at and let pass. */
  /** Kept as evidence (G11). */
  kept?: Instant
  decided?: {
    by: string
    role: Role
    at: Instant
    decision: ReviewDecision
    words?: CheckedWords
    wordsCheck?: CheckResult
    seen?: string[]
  }
  duty?: Duty
}

/** `_id` = `<noticeId>.<classId>`. A teacher's board is one read, a sign-off one conditional update. */
export interface SlipDoc extends Trailed {
  _id: string
  schoolId: string
  noticeId: string
  classId: string
  className: string
  authorOpenid: string
  sender: string
  source: NoticeSource
  kind: NoticeKind
  title: string
  replyMode: ReplyMode
  important: boolean
  deadline?: Instant
  publishedAt: Instant
  version: number
  state: 'running' | 'closed' | 'withdrawn'
  /** A private notice: only this child's guardians and its author see it (C24, N18). */
  toChild?: string
  /** By child. A slip to one child has one entry: others' guardians do not find it. */
  entries: Record<string, SlipEntry>
  remindedAt?: Instant
  closedAt?: Instant
  urgentCause?: UrgentCause
  /** The reminder, by hand or before the deadline: there is one (N10). */
  duty?: Duty
  updatedAt: Instant
}

export interface LeaveDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  childId: string
  childName: string
  no: string
  kind: LeaveKind
  span: LeaveSpan
  days: number
  /** School days it covers. */
  dates: Day[]
  reason?: CheckedWords
  /** WeChat's word on the reason: shown only when it passed; the leave itself never waits for it. */
  check?: CheckResult
  proof: string[]
  /** What `proof` names. */
  files?: KeptFile[]
  state: LeaveState
  applicant: { openid: string; card: string }
  submittedAt: Instant
  decidedAt?: Instant
  decidedBy?: { openid: string; card: string }
  words?: CheckedWords
  /** WeChat has not let the words pass: the family does not read them. */
  wordsCheck?: CheckResult
  returnedAt?: Instant
  /** `<childId>:<day>:<half>` while it counts, `free:<leaveId>` afterwards: a unique index refuses two leaves for one half day. */
  slots: string[]
  updatedAt: Instant
  duty?: Duty
}

/** What follows a guardian's breach (G04–G06); never removed, only closed. */
export interface CaseDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  childId: string
  childName: string
  guardian: { openid: string; card: string }
  rule: string
  evidence: CheckedWords
  /** What WeChat said of it, if not pass: it quotes what happened, so it is kept whatever it is (G11). */
  evidenceCheck?: CheckResult
  state: 'open' | 'closed'
  steps: {
    step: CaseStep
    at: Instant
    by: string
    role: Role
    words: CheckedWords
    wordsCheck?: CheckResult
    until?: Instant
  }[]
  openedAt: Instant
  openedBy: string
  /** Of the pact it was opened under: no later version makes a mute longer (G15). */
  ladder: Ladder
  /** The latest step is decided, but not yet done to the guardian. */
  duty?: Duty
  closed?: { at: Instant; by: string; role: Role; words: CheckedWords; wordsCheck?: CheckResult }
  /** `<classId>:<openid>` while open, `closed:<caseId>` after: unique, so that a guardian has one open case a class. */
  slot: string
}

/** What a supervisor tells the leaders (M06); never removed, only answered. */
export interface ReportDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  by: { openid: string; card: string }
  words: CheckedWords
  wordsCheck?: CheckResult
  at: Instant
  state: 'open' | 'answered'
  answered?: { at: Instant; by: string; role: Role; words: CheckedWords; wordsCheck?: CheckResult }
}

/** Append-only: a post as it stood when somebody kept it (G11). `_id` is derived from the notice and its version. */
export interface EvidenceDoc {
  _id: string
  schoolId: string
  noticeId: string
  version: number
  classNames: string[]
  /** The author's mark in the school's audit (`markMember`). */
  by: string
  author: string
  role: Role
  writtenAt: Instant
  title: string
  body: string
  photos: string[]
  /** What `photos` names: copies of the evidence's own. */
  files?: KeptFile[]
  rules: string[]
  label?: number
  keptAt: Instant
  keptBy: string
  digest: string
}

/** Append-only: what was refused or held, for X02, X03. Never the text itself, only its digest. */
export interface VerdictDoc {
  _id: string
  schoolId: string
  classIds: string[]
  authorOpenid: string
  role: Role
  rules: string[]
  verdict: 'hold' | 'refuse'
  labels: number[]
  digest: string
  at: Instant
}

/** `_id` = `<about>:<openid>`, a reminder's with `:remind`: pushed is not reached. */
export interface DeliveryDoc {
  _id: string
  schoolId: string
  /** The notice or the leave. */
  about: string
  openid: string
  template: Template
  /** `sending` left behind by a crash is not sent again: nobody gets a message twice. */
  state: 'sending' | 'sent' | 'no_credit' | 'failed'
  at: Instant
}

/** `_id` = `<collection>/<document>#<entry>`: an entry is chained once; school and seq are unique: the chain does not fork. */
export interface AuditDoc {
  _id: string
  schoolId: string
  seq: number
  at: Instant
  by: string
  role: Role | 'system'
  action: string
  target: string
  detail?: Record<string, string | number | boolean>
  previous: string
  hash: string
}

/** `_id` = `<classId>:<YYYY-MM>`: a class's facts of one month, rebuilt by the scheduler from slips, leaves and verdicts. */
export interface StatisticsDoc {
  _id: string
  schoolId: string
  classId: string
  month: string
  asOf: Instant
  slips: SlipFacts[]
  leaves: LeaveFacts[]
  verdicts: VerdictFacts[]
}

/** How far the scheduler has rolled up: what changed before is in the rows. One document among the statistics. */
export interface RollUpDoc {
  _id: string
  until: Instant
}
