// Decides the shape of an entry's document: which register, about whom, in which slot, what each part says.
import type {
  CheckedWords,
  Day,
  SheetState,
  FieldAnswer,
  Instant,
  OwnRegister,
  SubjectKind,
} from '@class-pact/core/contract'
import type { CheckResult, Duty, Founded, KeptFile, Trailed } from '../../common/store/documents'
import type { PhotoVerdict } from '../../common/wechat/media-check'

/** What was said to one field; its words are checked, its files are copies in the entry's own folder. */
export interface KeptAnswer extends Omit<FieldAnswer, 'text' | 'other' | 'files'> {
  text?: CheckedWords
  other?: CheckedWords
  files?: KeptFile[]
}

/** One part as somebody did it; a part that is done again is added, and the last counts. */
export interface KeptPart {
  answers: KeptAnswer[]
  by: string
  card: string
  at: Instant
  check?: CheckResult
}

export interface EntryDoc extends Trailed, Founded {
  _id: string
  schoolId: string
  /** Of the catalogue, or `own:<n>`. */
  register: string
  /** Of a school's own: what was asked when it was written. */
  asked?: OwnRegister
  /** Key of its slot; `-` of an event. */
  slot: string
  /** The day it is about: an event's own, otherwise when it was first written. */
  on: Day
  classId?: string
  className?: string
  /** A child's id is a family's too; a teacher's is their openid, and leaves the cloud as their mark. */
  subject: { kind: SubjectKind; id: string; name: string }
  /** By part; `fill` is there. */
  parts: Record<string, KeptPart[]>
  /** What WeChat says of the photos of all parts, in the order they came: until it lets one pass, others see none of it (C04). */
  media?: PhotoVerdict[]
  /** Whoever filled it first. */
  by: string
  state: SheetState
  version: number
  /** Why it is void. */
  voided?: { words: CheckedWords; check?: CheckResult; by: string; card: string; at: Instant }
  /** `<school>:<register>:<slot>:<subject>` where there is one, otherwise the own id: a unique index decides a race. */
  place: string
  /** Who is told of the part whose turn has come. */
  duty?: Duty
}
