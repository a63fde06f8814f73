// Decides what a phone may ask and learn about the members of a class.
import * as z from 'zod/mini'
import {
  REMOVAL_CAUSES,
  answer,
  LEADERS,
  id,
  instant,
  limits,
  officePhone,
  reference,
  type Rows,
  type Day,
  type Done,
  type Instant,
  type LeavingCause,
  type Relation,
} from '../wire'

export const classMembers = z.object({ classId: id })

export interface Member {
  childId: string
  no: string
  name: string
  /** Those of the pact in force, and one that was granted (M01). */
  seats: number
  guardians: { card: string; relation: Relation; since: Instant; committee?: boolean }[]
  /** Going on that day; `waits`: a leader has not confirmed it yet (L12). */
  leaving?: { cause: LeavingCause; from: Day; waits: boolean }
  /** An imported roster did not have the child, and nobody has said yet what became of it (M19). */
  missedSince?: Instant
}

/** A child that is not here any more, or not now. */
export interface AwayMember {
  childId: string
  no: string
  name: string
  cause: LeavingCause
  from: Day
}

export interface ClassMembers {
  classId: string
  className: string
  members: Member[]
  /** 离校、休学: those who went last come first. */
  away: AwayMember[]
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

export const classRows = {
  'class.members': {
    input: classMembers,
    output: answer<ClassMembers>(),
    roles: [...LEADERS, 'head_teacher', 'teacher', 'officer'],
    offices: ['grade_leader'],
    scope: { find: 'members' },
    looks: true,
    former: ['archived'],
  },
  'class.update': {
    input: classUpdate,
    output: answer<Done>(),
    roles: ['head_teacher'],
    scope: 'place',
    rate: { burst: 20, every: 60_000 },
  },
  'class.review': {
    input: classReview,
    output: answer<Done>(),
    roles: ['head_teacher'],
    scope: 'place',
    rate: { burst: 20, every: 60_000 },
  },
  'member.remove': { input: memberRemove, output: answer<Done>(), roles: ['head_teacher'], scope: { find: 'member' } },
  'teacher.remove': {
    input: teacherRemove,
    output: answer<Done>(),
    roles: [...LEADERS, 'head_teacher'],
    scope: { find: 'class' },
  },
  'class.release': { input: classRelease, output: answer<Done>(), roles: LEADERS, scope: { find: 'class' } },
  // A class of eighty rung up in a row, each number looked up twice.
  'child.phones': {
    input: childPhones,
    output: answer<ChildPhones>(),
    roles: [...LEADERS, 'head_teacher'],
    scope: { find: 'child' },
    rate: { burst: 160, every: 20_000 },
  },
} as const satisfies Rows
