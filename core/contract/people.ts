// Decides what a phone may ask and learn about people, schools, classes and seats.
import * as z from 'zod/mini'
import type { CaseStep } from './moderation'
import type { LeaveSpan } from './leave'
import { name, reference, subject, title, words } from './words'
import * as limits from './limits'
import { RELATIONS, SCHOOL_KINDS, TEMPLATES, cursor, id, instant, officePhone, phone, token } from './values'
import type {
  Day,
  Instant,
  LeaveKind,
  LeaveState,
  Paged,
  Relation,
  Role,
  SchoolKind,
  StaffRole,
  Template,
} from './values'

/** Somebody acting: one line of the 张小明妈妈 ▾ list. */
export interface Identity {
  /** `guardian:<childId>`, `head_teacher:<classId>`, `principal:<schoolId>` … */
  key: string
  role: Role
  schoolId: string
  schoolName: string
  schoolKind: SchoolKind
  classId?: string
  className?: string
  childId?: string
  childName?: string
  relation?: Relation
  subject?: string
  /** As others see it: 张小明妈妈, 语文王老师, 李园长. */
  card: string
  /** May not post to the class until then; reading, signing and leave go on (G04). */
  mutedUntil?: Instant
}

export const sessionRead = z.object({})
export interface Session {
  consented: boolean
  identities: Identity[]
  /** Messages that can still be pushed, by template. */
  credits: Partial<Record<(typeof TEMPLATES)[number], number>>
  now: Instant
}

export const remindersAccept = z.object({ templates: z.array(z.enum(TEMPLATES)).check(z.minLength(1), z.maxLength(5)) })

export const personExport = z.object({})
/** Everything kept about the caller (M12): a copy to take along. */
export interface PersonCopy {
  exportedAt: Instant
  /** Absent: nobody who has agreed to anything. */
  consent?: { at: Instant; version: number }
  identities: Identity[]
  credits: Session['credits']
  applications: Application[]
  /** Notices signed as a guardian; `signature` is an address that opens for a while. */
  signed: {
    noticeId: string
    className: string
    childName: string
    title: string
    version: number
    signedAt: Instant
    card: string
    typedName?: string
    signature?: string
  }[]
  leaves: {
    leaveId: string
    className: string
    childName: string
    kind: LeaveKind
    span: LeaveSpan
    reason?: string
    state: LeaveState
    submittedAt: Instant
  }[]
  /** What followed a breach, and until when it holds: it outlives a deletion (G04). */
  cases: {
    className: string
    rule: string
    state: 'open' | 'closed'
    openedAt: Instant
    steps: { step: CaseStep; at: Instant; until?: Instant }[]
  }[]
  /** What they told the leaders as a supervisor (M06). */
  reports: { className: string; words: string; at: Instant }[]
  /** Reminders that were sent, or could not be. */
  deliveries: { about: string; template: Template; state: string; at: Instant }[]
  /** Of each list only the newest are here: there are more than a copy holds. */
  shortened: boolean
}

export const personDelete = z.object({})
export interface PersonDeleted {
  /** Signed slips and the audit trail stay until this day, the last of the school year. */
  keptUntil: Day
}

export const seatLeave = z.object({ childId: id })
export interface SeatLeft {
  /** Guardians the child has left; 0: the child is on the phone list now. */
  guardians: number
}

export const schoolActivate = z.object({
  code: token,
  consent: z.literal(true),
  schoolName: title(limits.LABEL_MAX),
  kind: z.enum(SCHOOL_KINDS),
  principalName: name,
})
export interface SchoolActivated {
  schoolId: string
  identity: Identity
}

export const schoolRead = z.object({ schoolId: id })
export interface SchoolClass {
  classId: string
  name: string
  children: number
  headTeacher?: string
  /** Children with 0, 1, 2 (or more) guardians. */
  seats: [number, number, number]
}
export interface School {
  schoolId: string
  name: string
  kind: SchoolKind
  pactVersion: number
  /** Of the principal's office, where families may call it (M16). */
  phone?: string
  classes: SchoolClass[]
}

/** An empty number takes the old one back. */
export const schoolUpdate = z.object({ schoolId: id, phone: z.union([officePhone, z.literal('')]) })

export const invitationCreate = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('class'), classId: id }),
  z.object({ purpose: z.literal('child'), classId: id, childId: id }),
  z.object({ purpose: z.literal('staff'), classId: id, role: z.enum(['head_teacher', 'teacher']) }),
])
export interface Invitation {
  token: string
  /** Page the shared card opens: packages/join/invite/invite?token=… */
  path: string
  expiresAt: Instant
}

export const invitationRead = z.object({ token })
export interface InvitationView {
  purpose: 'class' | 'child' | 'staff'
  schoolName: string
  className: string
  inviter: string
  /** child: 张*明. */
  childMasked?: string
  seatsLeft?: number
  /** staff: which place is offered. */
  role?: StaffRole
  expiresAt: Instant
  /** Rule ids of the pact shown at the door, most important first. */
  pactLines: { rule: string; params: Record<string, unknown> }[]
  pactVersion: number
  consented: boolean
  /** The person has come through this door already. */
  joined?: Identity
  /** An invitation of staff this person has answered: the answer waits to be confirmed, or was decided. */
  applicationId?: string
}

export const joinGuardian = z.object({
  token,
  consent: z.literal(true),
  /** A class invitation needs it; a child's invitation names the child itself. */
  childName: z.optional(name),
  guardianName: z.optional(name),
  relation: z.enum(RELATIONS),
  phone: z.optional(phone),
  /** M03: somebody who says they are the pupil is sent home kindly. */
  isPupil: z.optional(z.boolean()),
})
export type JoinOutcome =
  { outcome: 'seated'; identity: Identity } | { outcome: 'applied'; applicationId: string; teacher: string }

export const joinStaff = z.object({ token, consent: z.literal(true), name, subject: z.optional(subject) })
/** Whoever invited says by name that it is them (M04); `seated`: the place is held already. */
export type StaffJoined =
  { outcome: 'seated'; identity: Identity } | { outcome: 'applied'; applicationId: string; inviter: string }

/**
 * A third seat beside a child (M01), for the head teacher to decide: asked for at the door by who found both taken, or
 * by the child's own guardian for somebody else.
 */
export const seatRequest = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('door'),
    token,
    consent: z.literal(true),
    /** A class invitation needs it; a child's invitation names the child itself. */
    childName: z.optional(name),
    guardianName: name,
    relation: z.enum(RELATIONS),
    reason: words,
  }),
  z.object({ from: z.literal('family'), childId: id, reason: words }),
])
export interface SeatRequested {
  applicationId: string
  teacher: string
}

export const applicationRead = z.object({ applicationId: id })
export const applicationWithdraw = z.object({ applicationId: id })
/** A class's, for its head teacher; a school's that are for the leaders: about head teachers, and whom they invited. */
export const applicationList = z.union([
  z.object({ classId: id, after: z.optional(cursor) }),
  z.object({ schoolId: id, after: z.optional(cursor) }),
])
/** Those that wait, the oldest first. */
export interface ApplicationList extends Paged {
  applications: Application[]
}
export const applicationDecide = z.object({
  applicationId: id,
  approve: z.boolean(),
  childId: z.optional(id),
  words: z.optional(words),
})
export type ApplicationPurpose = 'join' | 'third_seat' | 'staff'
export interface Application {
  applicationId: string
  purpose: ApplicationPurpose
  classId: string
  className: string
  /** Empty where a place among the staff is asked for. */
  childName: string
  guardianName: string
  relation: Relation
  phone?: string
  /** Why a third seat is needed. */
  reason?: string
  /** A place among the staff: which one. */
  role?: StaffRole
  subject?: string
  /** So many children's names this person has tried at this class; staff only (M02). */
  tried?: number
  /** WeChat has not let names or reason pass: whoever decides looks at them (C04). */
  doubted?: boolean
  /** The child is known for sure: an invitation or a seat names it; staff only. */
  childId?: string
  state: 'pending' | 'approved' | 'rejected' | 'withdrawn'
  words?: string
  /** There are words, but WeChat has not let them pass (C04). */
  wordsHeld?: boolean
  createdAt: Instant
}

export const classMembers = z.object({ classId: id })
export interface Member {
  childId: string
  no: string
  name: string
  /** Those of the pact in force, and one that was granted (M01). */
  seats: number
  guardians: { card: string; relation: Relation; since: Instant; committee?: boolean }[]
}
export interface ClassMembers {
  classId: string
  className: string
  members: Member[]
  /** With the number that families may call, if the head teacher allows one (M16). */
  headTeacher?: { card: string; phone?: string }
  teachers: { card: string; subject: string; since: Instant }[]
  supervisor?: { card: string }
  applications: number
  /** From then on the members are looked through again (M11). */
  reviewFrom?: Instant
}

/** 核对完成: the head teacher has looked through the members (M11). */
export const classReview = z.object({ classId: id })

/** 不是孩子的家长 转走了 换了微信号 其他 */
export const REMOVAL_CAUSES = ['not_guardian', 'moved', 'other_account', 'other'] as const
export type RemovalCause = (typeof REMOVAL_CAUSES)[number]
/** Somebody who should not be beside this child: reading ends at once (M11). A breach has its own ladder (G04). */
export const memberRemove = z.object({
  guardian: z.object({ childId: id, card: reference(limits.LABEL_MAX), since: instant }),
  cause: z.enum(REMOVAL_CAUSES),
})

/** The number families may call, the head teacher's own; an empty one takes it back (M16). */
export const classUpdate = z.object({ classId: id, phone: z.union([officePhone, z.literal('')]) })

/** The leaders free the post of head teacher, so that another can be asked in (M04, M13). */
export const classRelease = z.object({ classId: id })

/** Ends a subject teacher's access to one class, at once (M13). */
export const teacherRemove = z.object({
  classId: id,
  teacher: z.object({ card: reference(limits.LABEL_MAX), since: instant }),
})

/** Phones of one child's family, for the call that follows; staff only, logged (M16, C28). */
export const childPhones = z.object({ childId: id })
export interface ChildPhones {
  childId: string
  phones: { relation: string; name: string; phone: string }[]
}

export const pactRead = z.object({ schoolId: id, version: z.optional(z.int().check(z.gte(1))) })
/** A school's rule set (design.md 3): immutable once stored. */
export interface Pact {
  schoolId: string
  version: number
  preset: string
  effectiveFrom: Day
  /** Rule id → parameters. A rule that is missing is off. */
  rules: Record<string, Record<string, unknown>>
}
