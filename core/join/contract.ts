// Decides what a phone may ask and learn about invitations, seats and applications.
import * as z from 'zod/mini'
import {
  answer,
  GRADES,
  LEADERS,
  POSTS,
  RELATIONS,
  cursor,
  day,
  id,
  name,
  phone,
  subject,
  token,
  words,
  type Rows,
  type Day,
  type Grade,
  type Instant,
  type Paged,
  type Post,
  type Relation,
  type StaffRole,
} from '../wire'
import type { Identity } from '../session/contract'
export const invitationCreate = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('class'), classId: id }),
  z.object({ purpose: z.literal('child'), classId: id, childId: id }),
  // For head teacher while there is one, it is a hand-over: they answer, and the present one confirms (M04).
  z.object({ purpose: z.literal('staff'), classId: id, role: z.enum(['head_teacher', 'teacher']) }),
  // `takesOver`: whoever is asked in as principal takes the place of who asks (M17).
  z.object({
    purpose: z.literal('office'),
    schoolId: id,
    office: z.enum(POSTS),
    grade: z.optional(z.enum(GRADES)),
    until: z.optional(day),
    takesOver: z.optional(z.literal(true)),
  }),
])

export interface Invitation {
  token: string
  /** Page the shared card opens: packages/join/invite/invite?token=… */
  path: string
  expiresAt: Instant
}

export const invitationRead = z.object({ token })

export interface InvitationView {
  purpose: 'class' | 'child' | 'staff' | 'office'
  schoolName: string
  /** Empty where an office of the school is offered. */
  className: string
  inviter: string
  /** child: 张*明. */
  childMasked?: string
  seatsLeft?: number
  /** staff: which place is offered. */
  role?: StaffRole
  /** staff: whose place it is until they confirm (M04). */
  takesOverFrom?: string
  /** office: which, for which grade, until when. */
  office?: Post
  grade?: Grade
  until?: Day
  takesOver?: true
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
  /** A leader says that the present head teacher is gone and cannot confirm the hand-over; logged (M04). */
  holderGone: z.optional(z.literal(true)),
})

export const headList = z.object({ schoolId: id })
export const headInvite = z.object({ schoolId: id })

/** 没有邀请 已邀请 待确认 在岗 (screens.md 3.21) */
export type HeadState = 'none' | 'invited' | 'waiting' | 'seated'

/** One class and who heads it, or is asked to. */
export interface HeadRow {
  classId: string
  className: string
  state: HeadState
  /** 语文王老师 */
  card?: string
  /** The caller's own open invitation: page the shared card opens. */
  path?: string
  expiresAt?: Instant
}
export interface HeadList {
  /** In school order. */
  rows: HeadRow[]
}

/** For one class by its head teacher, for one or all by the leaders. `heads`: for head teachers, as a list. */
export const invitationPrint = z.object({
  schoolId: id,
  classId: z.optional(id),
  of: z.enum(['families', 'heads']),
})

export interface InvitationPrinted {
  /** A document that the phone opens, prints or forwards; open for minutes. */
  url: string
  name: string
  pages: number
  /** Classes that did not fit: their pages are printed one by one. */
  left: number
}

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
  /** A hand-over: whose place they take, once that teacher confirms (M04). */
  takesOverFrom?: string
  /** They are head teacher of these classes too: a warning, no refusal (D12). */
  alsoHeads?: string[]
  /** An office of the school: which, for which grade, until when (M17). */
  office?: Post
  grade?: Grade
  until?: Day
  takesOver?: true
  /** So many children's names this person has tried at this class; staff only (M02). */
  tried?: number
  /** WeChat has not let names or reason pass: whoever decides looks at them (C04). */
  doubted?: boolean
  /** The child is known for sure: an invitation or a seat names it; staff only. */
  childId?: string
  state: 'pending' | 'approved' | 'rejected' | 'withdrawn'
  /** Nobody turned it down: the class has graduated (L13). */
  graduated?: true
  words?: string
  /** There are words, but WeChat has not let them pass (C04). */
  wordsHeld?: boolean
  createdAt: Instant
}

export const joinRows = {
  // A class of eighty one family after the other (limits.CLASS_SIZE_MAX), as fast as one can share.
  'invitation.create': {
    input: invitationCreate,
    output: answer<Invitation>(),
    roles: [...LEADERS, 'head_teacher', 'guardian'],
    scope: { find: 'inviting' },
    rate: { burst: 60, every: 5_000 },
  },
  'invitation.read': {
    input: invitationRead,
    output: answer<InvitationView>(),
    roles: 'anyone',
    scope: 'self',
    looks: true,
  },
  'join.guardian': { input: joinGuardian, output: answer<JoinOutcome>(), roles: 'anyone', scope: 'self' },
  'join.staff': { input: joinStaff, output: answer<StaffJoined>(), roles: 'anyone', scope: 'self' },
  'seat.request': { input: seatRequest, output: answer<SeatRequested>(), roles: 'anyone', scope: 'self' },
  'application.read': {
    input: applicationRead,
    output: answer<Application>(),
    roles: 'anyone',
    scope: 'self',
    looks: true,
  },
  'application.withdraw': { input: applicationWithdraw, output: answer<Application>(), roles: 'anyone', scope: 'self' },
  'application.list': {
    input: applicationList,
    output: answer<ApplicationList>(),
    roles: [...LEADERS, 'head_teacher'],
    scope: { find: 'listed' },
    looks: true,
  },
  'application.decide': {
    input: applicationDecide,
    output: answer<Application>(),
    roles: [...LEADERS, 'head_teacher'],
    scope: { find: 'application' },
  },
  'head.list': { input: headList, output: answer<HeadList>(), roles: LEADERS, scope: 'place', looks: true },
  // All that are missing at once; who has them open gets no others.
  'head.invite': {
    input: headInvite,
    output: answer<HeadList>(),
    roles: LEADERS,
    scope: 'place',
    rate: { burst: 10, every: 30_000 },
  },
} as const satisfies Rows

/** The exporter answers it: codes are drawn and a file is written. */
export const joinPrintRows = {
  'invitation.print': {
    input: invitationPrint,
    output: answer<InvitationPrinted>(),
    roles: [...LEADERS, 'head_teacher'],
    scope: 'place',
    rate: { burst: 10, every: 30_000 },
  },
} as const satisfies Rows
