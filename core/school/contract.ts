// Decides what a phone may ask and learn about a school and its classes.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  SCHOOL_KINDS,
  STOP_LEVELS,
  id,
  limits,
  name,
  officePhone,
  title,
  token,
  words,
  type Rows,
  type DaySpan,
  type Done,
  type Instant,
  type StopLevel,
  type SchoolKind,
} from '../wire'
import type { Identity } from '../session/contract'
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

/** A school whose principal has lost the account: the operator's code puts another in that one's place (M13). */
export const schoolReclaim = z.object({ code: token, consent: z.literal(true), principalName: name })

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
  stop?: Stop
  /** As far as its own calendar reaches; absent: nothing is entered (T06). */
  reach?: DaySpan
  /** 任课教师, in all classes. */
  teachers: number
  classes: SchoolClass[]
  /** Classes that have left the school: kept to be looked at (L13). */
  graduated: { classId: string; name: string; children: number; year: number }[]
}

/** Leaders stop publishing; reading, signing, leave and calls go on (G10, G19). */
export const schoolStop = z.object({ schoolId: id, level: z.enum(STOP_LEVELS), reason: words })

export const schoolResume = z.object({ schoolId: id })

export interface Stop {
  level: StopLevel
  reason: string
  at: Instant
  /** The card of who did it. */
  by: string
  /** It lasts for a day: the leaders are asked whether it should go on. */
  asks: boolean
}

/** An empty number takes the old one back. */
export const schoolUpdate = z.object({ schoolId: id, phone: z.union([officePhone, z.literal('')]) })

export const schoolRows = {
  'school.activate': {
    input: schoolActivate,
    output: answer<SchoolActivated>(),
    roles: 'anyone',
    scope: 'self',
    mustPass: true,
  },
  'school.reclaim': {
    input: schoolReclaim,
    output: answer<SchoolActivated>(),
    roles: 'anyone',
    scope: 'self',
    mustPass: true,
  },
  'school.read': { input: schoolRead, output: answer<School>(), roles: LEADERS, scope: 'place', looks: true },
  'school.update': {
    input: schoolUpdate,
    output: answer<Done>(),
    roles: ['principal'],
    scope: 'place',
    rate: { burst: 20, every: 60_000 },
  },
  'school.stop': { input: schoolStop, quotes: true, output: answer<Done>(), roles: ['principal'], scope: 'place' },
  'school.resume': { input: schoolResume, output: answer<Done>(), roles: LEADERS, scope: 'place' },
} as const satisfies Rows
