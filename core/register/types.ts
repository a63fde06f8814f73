// Decides what a register is as data: fields, parts, period, quota, points, who fills, signs and reads it.
import type { ContactWay, Field, FieldAnswer, RegisterArea, RegisterDesk, SubjectKind, SheetState } from './contract'
import type { CalendarGap, Day, Instant } from '../wire'

/** A number that a school sets within bounds, or a time of the day; its key is how period, quota and points name it. */
export type Parameter =
  | {
      kind: 'number'
      usual: number
      least: number
      most: number
      unit: '次' | '天' | '周' | '%' | '节' | '元' | '分' | '个'
    }
  | { kind: 'clock'; usual: string; earliest: string; latest: string }

/** The key of a parameter, or a number that no school sets. */
export type Amount = string | number

/** What the school's paper says; `article` as the paper counts: `S2`, `第二条8`. The words themselves stand in docs/registers.md. */
export interface RegisterSource {
  seed: 'S0' | 'S1' | 'S2' | 'S3' | 'S4'
  article: string
}

/** When a register has to be filled. */
export type Period =
  /** Each school day, before a time (a parameter or `16:30`). */
  | { kind: 'day'; before: string }
  /** Each week that has a school day; every n-th of the term; due on a weekday (5 = Friday), on its last school day otherwise. */
  | { kind: 'week'; every?: Amount; on?: number }
  /** `last_working_day`: due on that very day (D10); otherwise until the month ends. */
  | { kind: 'month'; on?: 'last_working_day' }
  /** Each term: until its n-th week ends, from n weeks before its end on, or both, each once (V17); otherwise until it ends. */
  | { kind: 'term'; at?: 'begin' | 'end' | 'both'; weeks?: Amount }
  /** Each school year, until the n-th week of its first term ends. */
  | { kind: 'year'; weeks?: Amount }
  /** Until the term ends in which it was switched on, or a device or its like came; four weeks of school in any case. */
  | { kind: 'once' }
  /** When something happens: nothing is due by the calendar; its parts may be. */
  | { kind: 'event' }

/** How much is enough in one slot of the period. */
export type Quota =
  /** So many entries of each who fills it (≥ 4 contacts a month and teacher, H01). */
  | { per: 'filler'; least: Amount }
  /** So many entries about each class, child, family, device, room … (H02); `marked`: of children who are marked. */
  | { per: 'subject'; least: Amount; marked?: Amount }
  /** So many per cent of a class's children, each at least once (H12). */
  | { per: 'share'; percent: Amount }
  /** So many per cent of the entries that have one choice also have another: 新授课 of which 使用 (E06). */
  | {
      per: 'rate'
      among: { field: string; choice: string }
      having: { field: string; choice: string }
      percent: Amount
    }

/** One step of an entry: the filling, the countersignature, the approval, the repair, the acceptance. */
export interface Part {
  /** `fill` is the first. */
  id: string
  title: string
  by: readonly RegisterDesk[]
  fields: readonly Field[]
  /** Parts that come before it; absent: it can be done at any time. */
  after?: readonly string[]
  /** How long after the part before it, in school days; 0: by the end of the slot. */
  days?: Amount
  /** Who is told when its turn has come (message W5). */
  tells?: true
  /** A single choice whose `no` ends the entry as refused (E05, E15). */
  decides?: string
  /** The entry is done without it. */
  optional?: true
}

/** How entries become points (Q, E06–E14). */
export type Points =
  /** The mean of what was given each time, in one number field, between 0 and `most` (Q01–Q11, Q15). */
  | { kind: 'mean'; field: string; most: Amount }
  /** Points by the choices of one field, and `each` for every entry, added up (Q12–Q14, E12); `most`: a cap. */
  | { kind: 'sum'; field: string; choices: Readonly<Record<string, Amount>>; each?: Amount; most?: Amount }
  /** From `start` down by `each` for every entry, or for every one that lacks to the quota, and by choices (E08, E13, E14); not below 0. */
  | {
      kind: 'less'
      start: Amount
      each: Amount
      of: 'entries' | 'missing'
      choices?: { field: string; points: Readonly<Record<string, Amount>> }
    }
  /** Ten points at 97 %, none below 95 % (Q16): the product counts it, nobody fills it in. */
  | { kind: 'retention' }

/** What counts for a register without being typed again. */
export interface Feeds {
  /** Contacts with families: follow-ups of notices, talks, calls about missing children, incidents, and other registers' contacts. */
  contacts?: { ways?: readonly ContactWay[] }
}

/** One register of the catalogue, or a school's own. */
export interface Register {
  title: string
  area: Exclude<RegisterArea, 'own'> | 'own'
  /** Requirement ids that it keeps: H01. */
  keeps: readonly string[]
  sources: readonly RegisterSource[]
  about: SubjectKind
  /** Of teachers only those who lead a class, D11; `others`: and nobody themselves, D08. */
  heads?: 'all' | 'others'
  /** `fill` first. */
  parts: readonly [Part, ...Part[]]
  /** Who reads it besides whoever fills a part of it and the leaders; whoever fills and is not named here reads their own. */
  reads?: readonly RegisterDesk[]
  /** Only these read it, not even all leaders' offices: files about children (D13 D16 D17). */
  isPrivate?: true
  period: Period
  /** Absent: one of each subject in each slot. */
  quota?: Quota
  /** Shares that the summary shows with their aims, beside the quota (E06). */
  shares?: readonly Extract<Quota, { per: 'rate' }>[]
  /** More than one entry of a subject in a slot. */
  many?: true
  /** An entry is a contact with a family, in the way its field `way` says, or always in this one. */
  contact?: ContactWay | 'field'
  feeds?: Feeds
  points?: Points
  /** What follows from any entry with one of these choices: no good mark this term (D11). */
  veto?: { field: string; choices: readonly string[] }
  /** Its entries are the devices or rooms that other registers are about (E01, E26). */
  makes?: 'device' | 'room'
  /** Entries mark a child for higher quotas (H02). */
  marks?: true
  /** Filled for all its subjects on one page. */
  grid?: true
  /** Whoever comes to lead a class in the middle of a slot does it anew, in as many weeks as it takes at first (E02). */
  renews?: true
  /** Written only by whom, or about what, another register has a done entry about (E01, E05). */
  requires?: { register: string; of: 'filler' | 'subject' }
  /** Texts of this field that are more alike than nine tenths are warned of (D07). */
  unlike?: string
  parameters?: Readonly<Record<string, Parameter>>
  /** What to keep in mind, above the fields. */
  cards?: readonly string[]
}

/** One time that a register has to be filled: from one day to another, both included; whatever comes at `dueAt` is late. */
export interface Slot {
  key: string
  from: Day
  to: Day
  dueAt: Instant
  /** When it is due hangs on days of which nobody knows whether there is school: whoever shows it says so. */
  gap?: CalendarGap
}

/** From which day on until which a register was switched on, and with which numbers: a slot is judged by what held when it began. */
export interface Setting {
  register: string
  since: Day
  /** The first day it is no longer so. */
  until?: Day
  values: Readonly<Record<string, number | string>>
}

/** Entries that say the same to the engine, and how many they are; a database counts them. */
export interface Tally {
  register: string
  slot: string
  /** Whom or what they are about. */
  subject: string
  classId?: string
  by: string
  /** Parts that are done, and the state. */
  parts: readonly string[]
  state: SheetState
  times: number
}

/** One contact with a child's family, wherever it was noted. */
export interface Contact {
  classId: string
  childId: string
  by: string
  way: ContactWay
  at: Instant
  /** Of an entry: the register it stands in, where it counts already. */
  register?: string
}

/** For whom something is due: one class, one who fills, the school, or one thing. */
export interface Unit {
  kind: 'class' | 'filler' | 'school' | 'subject'
  id: string
  classId?: string
  /** Of a class: its children, and which of them are marked. */
  children?: readonly { id: string; isMarked: boolean }[]
  /** Of a class: who leads it, and from which day on. */
  head?: { openid: string; since: Day }
  /** Of a thing: the day it came. */
  since?: Day
}

/**
 * One duty: so many of so many in one slot. `ahead`: its time has not come yet, a day, a week or four before it is due;
 * `done` can be more than is needed.
 */
export interface DutyLine {
  register: string
  slot: Slot
  unit: Unit
  done: number
  needed: number
  state: 'ahead' | 'due' | 'done' | 'overdue'
}

/** What an entry says, as points need it. */
export interface ScoredEntry {
  slot: string
  answers: readonly FieldAnswer[]
}
