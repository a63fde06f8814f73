// Decides which fields the demo fills in where its school keeps registers: settings, entries, offices, reception days.
import type {
  CheckedWords,
  Day,
  FieldAnswer,
  Instant,
  Office,
  OwnRegister,
  SheetState,
  SubjectKind,
} from '@class-pact/core/contract'
import type { Contact, Setting } from '@class-pact/core/register'
import type { Trailed } from './documents'

export interface RegistersDoc extends Trailed {
  _id: string
  schoolId: string
  version: number
  settings: Setting[]
  own: Record<string, { definition: OwnRegister; at: Instant }[]>
  toldTo: Instant
  duty: { kind: 'remind'; at: Instant; lease: number; tries: number }
}

/** A signature, as the cloud keeps it. */
export interface InkFile {
  fileId: string
  digest: string
  bytes: number
  type: 'png'
  width: number
  height: number
  owner: string
}

export interface KeptAnswer extends Omit<FieldAnswer, 'text' | 'files'> {
  text?: CheckedWords
  files?: InkFile[]
}

export interface KeptPart {
  answers: KeptAnswer[]
  by: string
  card: string
  at: Instant
}

export interface EntryDoc extends Trailed {
  _id: string
  schoolId: string
  register: string
  asked?: OwnRegister
  slot: string
  on: Day
  classId?: string
  className?: string
  subject: { kind: SubjectKind; id: string; name: string }
  parts: Record<string, KeptPart[]>
  by: string
  state: SheetState
  version: number
  place: string
  callDigest: string
}

export interface OfficeDoc extends Trailed {
  _id: string
  schoolId: string
  office: Office
  openid: string
  name: string
  since: Instant
  state: 'held'
  slot: string
}

export interface Booking {
  childId: string
  childName: string
  card: string
  at: Instant
  noted?: { came: boolean; words?: CheckedWords; at: Instant; by: string }
}

export interface ReceptionDoc extends Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  day: Day
  from: string
  to: string
  minutes: number
  place: CheckedWords
  host: string
  openedAt: Instant
  bookings: Record<string, Booking>
  children: string[]
  slot: string
  /** Everybody has been told. */
  toTell: []
  reachedBy?: Omit<Contact, 'classId'>[]
  callDigest: string
}
