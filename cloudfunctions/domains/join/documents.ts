// Decides the shapes of invitations and applications.
import type { Founded, Trailed, CheckResult, Duty } from '../../common/store/documents'
import type {
  ApplicationPurpose,
  CheckedWords,
  Day,
  Grade,
  Instant,
  Post,
  Relation,
  SchoolKind,
} from '@class-pact/core/contract'
import type { Predecessor } from '../class'

/** An office of the school that is offered or asked for: which, for which grade, until when (M17). */
export interface Offered {
  office: Post
  grade?: Grade
  until?: Day
  /** The principal whose place is taken. */
  takesOver?: { openid: string }
}

export interface InvitationDoc extends Founded, Trailed {
  _id: string
  /** Derived from the call that created it, unique: a repeated call finds the same token. Activation codes: the code. */
  origin: string
  purpose: 'activate' | 'reclaim' | 'class' | 'child' | 'staff' | 'office'
  schoolId: string
  schoolName: string
  schoolKind: SchoolKind
  pactVersion: number
  classId?: string
  className?: string
  childId?: string
  childName?: string
  role?: 'head_teacher' | 'teacher'
  /** Head teacher: who is it now, and confirms the hand-over (M04). */
  before?: Predecessor
  /** Of purpose `office`. */
  offered?: Offered
  /** Of purpose `reclaim`: whose place as principal the code gives (M13). */
  replaces?: string
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
  /** Whose place they take, once that teacher confirms (M04). */
  before?: Predecessor
  /** An office of the school; `classId` is empty, and a principal decides (M17). */
  offered?: Offered
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
  /** Nobody decided: the class graduated, in that year (L13). */
  graduated?: number
  /** The child that whoever approved meant. */
  approvedFor?: string
  /** Approved, and perhaps not seated yet. */
  duty?: Duty
}
