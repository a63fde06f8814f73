// Decides what a phone may ask and learn about a school and its classes.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  SCHOOL_KINDS,
  id,
  limits,
  name,
  officePhone,
  title,
  token,
  type Rows,
  type Done,
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
  classes: SchoolClass[]
  /** Classes that have left the school: kept to be looked at (L13). */
  graduated: { classId: string; name: string; children: number; year: number }[]
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
} as const satisfies Rows
