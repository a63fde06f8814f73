// Decides what a phone may ask and learn about people, schools, classes and seats.
import * as z from 'zod/mini'
import { RELATIONS, SCHOOL_KINDS, TEMPLATES, fileId, id, label, name, phone, token, words } from './values'
import type { Day, Instant, Relation, Role, SchoolKind, StaffRole } from './values'

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

export const schoolActivate = z.object({
  code: token,
  consent: z.literal(true),
  schoolName: label,
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
  classes: SchoolClass[]
}

export const rosterPreview = z.object({ schoolId: id, fileId })
export type RosterProblemCode =
  | 'name_missing'
  | 'class_missing'
  | 'class_unreadable'
  | 'duplicate'
  | 'same_name'
  | 'number_missing'
  | 'number_taken'
  | 'name_suspect'
  | 'phone_invalid'
  | 'class_too_large'
export interface RosterProblem {
  sheet: string
  /** Row as Excel numbers it. */
  row: number
  code: RosterProblemCode
  /** Rows that cannot be imported; the others are only remarks. */
  blocking: boolean
  /** The row it clashes with. */
  otherRow?: number
  /** What stands in the cell, masked where it is a phone number. */
  value?: string
}
export interface RosterPreviewClass {
  className: string
  /** Children understood in the file. */
  children: number
  /** Of them not yet in the school. */
  added: number
  isNew: boolean
  sample: string[]
}
export interface RosterPreview {
  /** What was previewed; import checks that the file is still the same. */
  digest: string
  rows: number
  importable: number
  classes: RosterPreviewClass[]
  problems: RosterProblem[]
  /** Header cells and what they were taken for. */
  columns: { header: string; meaning: string }[]
}

/** One class a call, so that progress can be shown and a broken import goes on. */
export const rosterImport = z.object({
  schoolId: id,
  fileId,
  digest: z.string().check(z.maxLength(64)),
  className: label,
})
export interface RosterImported {
  classId: string
  added: number
  unchanged: number
}

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
  pactLines: string[]
  pactVersion: number
  consented: boolean
  /** The person has come through this door already. */
  joined?: Identity
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

export const joinStaff = z.object({ token, consent: z.literal(true), name, subject: z.optional(label) })
export interface StaffJoined {
  identity: Identity
}

export const applicationRead = z.object({ applicationId: id })
export const applicationList = z.object({ classId: id })
export const applicationDecide = z.object({
  applicationId: id,
  approve: z.boolean(),
  childId: z.optional(id),
  words: z.optional(words),
})
export interface Application {
  applicationId: string
  classId: string
  className: string
  childName: string
  guardianName: string
  relation: Relation
  phone?: string
  state: 'pending' | 'approved' | 'rejected' | 'withdrawn'
  words?: string
  createdAt: Instant
}

export const classMembers = z.object({ classId: id })
export interface Member {
  childId: string
  no: string
  name: string
  seats: number
  guardians: { card: string; relation: Relation; since: Instant }[]
}
export interface ClassMembers {
  classId: string
  className: string
  seatLimit: number
  members: Member[]
  headTeacher?: { card: string }
  teachers: { card: string; subject: string }[]
  applications: number
}

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
