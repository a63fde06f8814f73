// Decides what somebody may ask and learn about everything kept about them, and how they leave.
import * as z from 'zod/mini'
import {
  answer,
  id,
  type Rows,
  type Day,
  type Half,
  type Instant,
  type LeaveKind,
  type LeaveState,
  type Template,
} from '../wire'
import type { Application } from '../join/contract'
import type { LeaveSpan } from '../leave/contract'
import type { LineMark } from '../roll/contract'
import type { CaseStep } from '../wire'
import type { Identity, Session } from '../session/contract'
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
  /** What the class's rolls say of the own children, newest first; `kind` of leave that was known then (L11). */
  attendance: {
    childName: string
    className: string
    day: Day
    half: Half
    mark: LineMark
    kind?: LeaveKind
  }[]
  /** What followed a breach, and until when it holds: it outlives a deletion (G04). */
  cases: {
    className: string
    rule: string
    state: 'open' | 'closed'
    openedAt: Instant
    steps: { step: CaseStep; at: Instant; until?: Instant }[]
    /** In the own words. */
    appeals: { words: string; at: Instant }[]
  }[]
  /** What they told the leaders as a supervisor (M06). */
  reports: { className: string; words: string; at: Instant }[]
  /** Reminders that were sent, or could not be. */
  deliveries: { about: string; template: Template; state: string; at: Instant }[]
  /** Of each list only the newest are here: there are more than a copy holds. */
  shortened: boolean
}

/** Pages to read and the same as data; both open for ten minutes. */
export interface PersonPrinted {
  url: string
  name: string
  dataUrl: string
  dataName: string
}

export const personDelete = z.object({})

export interface PersonDeleted {
  /** Signed slips and the school's records stay until this day at the latest (core/purge/periods.ts). */
  keptUntil: Day
}

export const seatLeave = z.object({ childId: id })

export interface SeatLeft {
  /** Guardians the child has left; 0: the child is on the phone list now. */
  guardians: number
}

export const personRows = {
  // About the caller alone, also after the last role is gone: a broken call is finished by repeating it.
  'person.export': {
    input: personExport,
    output: answer<PersonCopy>(),
    roles: 'anyone',
    scope: 'self',
    looks: true,
    rate: { burst: 20, every: 60_000 },
  },
  'person.delete': { input: personDelete, output: answer<PersonDeleted>(), roles: 'anyone', scope: 'self' },
  'seat.leave': { input: seatLeave, output: answer<SeatLeft>(), roles: 'anyone', scope: 'self' },
} as const satisfies Rows

export const personPrintRows = {
  'person.print': {
    input: personExport,
    output: answer<PersonPrinted>(),
    roles: 'anyone',
    scope: 'self',
    rate: { burst: 10, every: 60_000 },
  },
} as const satisfies Rows
