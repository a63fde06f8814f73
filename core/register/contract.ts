// Decides what a phone may ask and learn about registers: what is due, one entry, the table, the figures, the settings.
import * as z from 'zod/mini'
import { questions, type GivenAnswer, type Question } from '../form/contract'
import {
  answer,
  LEADERS,
  OFFICES,
  clockTime,
  cursor,
  day,
  fileId,
  id,
  identityKey,
  limits,
  note,
  postLine,
  title,
  type Day,
  type Instant,
  type Paged,
  type Role,
  type Rows,
} from '../wire'

/** 家校联系 班主任 班级考核 班班通 本校 */
export const REGISTER_AREAS = ['home', 'head', 'points', 'equipment', 'own'] as const
export type RegisterArea = (typeof REGISTER_AREAS)[number]

/** What one entry is about: 班级 孩子 家庭 老师 设备 教室 学校. */
export const SUBJECT_KINDS = ['class', 'child', 'family', 'teacher', 'device', 'room', 'school'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** Who does a part of an entry, or reads it: a role in the class or school it belongs to, or an office. */
export const REGISTER_DESKS = ['guardian', 'head_teacher', 'teacher', 'office', 'principal', ...OFFICES] as const
export type RegisterDesk = (typeof REGISTER_DESKS)[number]

/** 电话 当面 家访 网上 书面 校访 (H09, H20) */
export const CONTACT_WAYS = ['phone', 'face', 'visit', 'online', 'paper', 'school'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]

/** An item of a register, as a catalogue or a school names it: `class-log`, `own:1`. */
const registerId = z.string().check(z.regex(/^(own:)?[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40))
/** The key of a slot: `2026-11-30` `w2026-11-30` `m2026-11` `t2026-09-01` `t2026-09-01:end` `y2026` `once`, or `-` of an event. */
const slotKey = z.string().check(z.regex(/^[\w:-]+$/), z.maxLength(24))
const partId = z.string().check(z.regex(/^[a-z]+$/), z.maxLength(16))
const key = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(limits.QUESTION_ID_MAX))

/** 时间 有没有做到 老师 孩子 设备 教室: what a register asks beside the questions of forms. */
export type Field =
  | Question
  | { id: string; label: string; required: boolean; type: 'time' }
  /** Done as usual unless somebody says otherwise: a daily list takes as many taps as it has exceptions. */
  | { id: string; label: string; required: boolean; type: 'check' }
  | { id: string; label: string; required: boolean; type: 'person' | 'child' | 'device' | 'room'; most?: number }

/** What somebody says to one field. */
export interface FieldAnswer extends GivenAnswer {
  time?: string
  /** Of a `check`; what stood in the way is its `text`. */
  done?: boolean
  /** Of a person, child, device or room: ids, as the sheet gave them. */
  refs?: string[]
}

/** Fields of one part. */
export const FIELDS_MAX = 40
/** Ids in one answer: the children of a class. */
const REFS_MAX = limits.CLASS_SIZE_MAX
/** Words of an answer, characters: minutes of a meeting. */
export const ENTRY_TEXT_MAX = 1_000

const fieldAnswers = z
  .array(
    z.object({
      question: key,
      choices: z.optional(z.array(key).check(z.maxLength(limits.CHOICES_MAX))),
      other: z.optional(note(limits.OTHER_MAX)),
      text: z.optional(note(ENTRY_TEXT_MAX)),
      number: z.optional(z.number().check(z.gte(-limits.NUMBER_MAX), z.lte(limits.NUMBER_MAX))),
      day: z.optional(day),
      time: z.optional(clockTime),
      done: z.optional(z.boolean()),
      refs: z.optional(z.array(id).check(z.maxLength(REFS_MAX))),
      files: z.optional(z.array(fileId).check(z.maxLength(limits.ANSWER_PHOTOS_MAX))),
    }),
  )
  .check(z.maxLength(FIELDS_MAX))

export const registerDue = z.object({ identity: identityKey })

/** Where a duty stands: 还没到 该办了 已办 过期 */
export type DueState = 'ahead' | 'due' | 'done' | 'overdue'

/** One line of 今天该办的. */
export interface DueRow {
  register: string
  title: string
  area: RegisterArea
  schoolId: string
  classId?: string
  className?: string
  /** One device, room or child, where it is about one. */
  subject?: { id: string; name: string }
  /** The part that is due: absent, the first. */
  part?: { id: string; title: string }
  /** All its subjects are filled on one page. */
  grid?: true
  /** An entry that waits for its next part. */
  entryId?: string
  slot: string
  /** The day of the slot's beginning and the moment it is due. */
  from: Day
  dueAt: Instant
  state: DueState
  done: number
  needed: number
}

/** What is due, the overdue first, then by time; and the registers that this person may fill at any time. */
export interface RegistersDue {
  now: Instant
  schoolId: string
  rows: DueRow[]
  /** Filled when something happens: a repair, a visit, a conflict. */
  open: { register: string; title: string; area: RegisterArea; classId?: string; className?: string; grid?: true }[]
  /** Registers that this person may look through. */
  readable: { register: string; title: string; area: RegisterArea; classId?: string; className?: string }[]
}

/** `subject`: whom or what it is about, where that is not the class or school itself. */
const sheetOf = {
  register: registerId,
  schoolId: id,
  classId: z.optional(id),
  childId: z.optional(id),
  subject: z.optional(id),
  slot: z.optional(slotKey),
}
export const registerRead = z.object(sheetOf)
export const entryRead = z.object({ schoolId: id, entryId: id })

export interface Choice {
  id: string
  name: string
  /** 学号, 编号, where it stands. */
  no?: string
}

export interface SheetPart {
  id: string
  title: string
  fields: Field[]
  /** Whose it is: 班主任 校长. */
  by: RegisterDesk[]
  /** Whether the reader does it now. */
  mine: boolean
  /** By when it has to be done. */
  dueAt?: Instant
  /** Absent: not done yet. A part done twice keeps both, the last counts. */
  done?: { answers: FieldAnswer[]; by: string; at: Instant; doubted?: true }[]
}

/** One entry, or the empty sheet for it. */
export interface RegisterSheet {
  register: string
  title: string
  area: RegisterArea
  /** What the school's paper says: S2 第二条8. */
  articles: string[]
  /** What to keep in mind, above the fields (E16, H22). */
  cards?: string[]
  schoolId: string
  classId?: string
  className?: string
  about: SubjectKind
  subject?: Choice
  /** Whom or what it can be about, where one is still to be chosen. */
  subjects?: Choice[]
  /** Of which class's children it can be, where a class is to be chosen before. */
  classes?: Choice[]
  slot: string
  slotFrom: Day
  dueAt?: Instant
  /** Another entry of the same may follow in this slot. */
  many?: true
  entryId?: string
  /** 0: nothing is kept yet; pass it with the next write. */
  version: number
  state: SheetState
  parts: SheetPart[]
  /** What can be chosen in fields of a kind. */
  people?: Choice[]
  children?: Choice[]
  devices?: Choice[]
  rooms?: Choice[]
  /** What is known already, for the first part: nothing is asked twice. */
  prefilled?: FieldAnswer[]
  /** Texts that are more than nine tenths like another's (D07). */
  alike?: { subject: string; like: string }[]
  /** Files of the answers, with addresses that open for some minutes. */
  urls?: Record<string, string>
  /** Photos that WeChat has not let pass: nobody but who took them sees one (C04). */
  held?: Record<string, HeldPhoto>
  now: Instant
}

/** 检查中 没有通过检查 */
export type HeldPhoto = 'pending' | 'doubted'

/** 在办 办完 不同意 作废 */
export const SHEET_STATES = ['open', 'done', 'refused', 'void'] as const
export type SheetState = (typeof SHEET_STATES)[number]

/** `version`: of the entry that was on the screen; 0 for a new one. */
export const registerWrite = z.object({
  ...sheetOf,
  entryId: z.optional(id),
  /** When it happened, of an event; absent: today. */
  on: z.optional(day),
  version: z.int().check(z.gte(0)),
  answers: fieldAnswers,
})

/** A later part of an entry: the countersignature, the approval, the repair. */
export const entryPart = z.object({
  schoolId: id,
  entryId: id,
  part: partId,
  version: z.int().check(z.gte(1)),
  answers: fieldAnswers,
})

/** All classes, or all children of a class, on one page: whoever inspects goes from room to room. */
export const registerGrid = z.object({
  register: registerId,
  schoolId: id,
  classId: z.optional(id),
  slot: z.optional(slotKey),
})

export interface RegisterGrid {
  register: string
  title: string
  articles: string[]
  cards?: string[]
  schoolId: string
  classId?: string
  about: SubjectKind
  slot: string
  slotFrom: Day
  dueAt?: Instant
  fields: Field[]
  /** In grade order, or in the order of the roster. `version` 0: nothing is kept yet. */
  lines: { subject: Choice; entryId?: string; version: number; answers?: FieldAnswer[]; by?: string; mine: boolean }[]
  alike?: { subject: string; like: string }[]
  now: Instant
}

/** Lines of one page that somebody fills at once. */
export const GRID_LINES_MAX = 80

/** Only the lines that were changed; each by itself: one that somebody else has changed meanwhile stays as it is and is named. */
export const registerFillGrid = z.object({
  register: registerId,
  schoolId: id,
  classId: z.optional(id),
  slot: slotKey,
  lines: z
    .array(z.object({ subject: id, version: z.int().check(z.gte(0)), answers: fieldAnswers }))
    .check(z.minLength(1), z.maxLength(GRID_LINES_MAX)),
})

export interface GridFilled extends RegisterGrid {
  /** Subjects whose lines were not kept, because somebody else has changed them. */
  changed: string[]
}

/** It was a mistake: it stays readable and counts nowhere. */
export const entryVoid = z.object({
  schoolId: id,
  entryId: id,
  version: z.int().check(z.gte(1)),
  words: note(limits.WORDS_MAX),
})

export const registerTable = z.object({
  register: registerId,
  schoolId: id,
  classId: z.optional(id),
  childId: z.optional(id),
  subject: z.optional(id),
  from: z.optional(day),
  to: z.optional(day),
  state: z.optional(z.enum(SHEET_STATES)),
  after: z.optional(cursor),
})

export interface TableRow {
  entryId: string
  on: Day
  slot: string
  className?: string
  subject?: string
  /** Of the first part, in one line. */
  text: string
  state: SheetState
  by: string
  /** The part that waits, and since when. */
  waits?: { part: string; dueAt?: Instant; overdue?: true }
  points?: number
}

export interface RegisterTable extends Paged {
  register: string
  title: string
  about: SubjectKind
  classes?: { classId: string; className: string }[]
  rows: TableRow[]
  now: Instant
}

/** `on`: a day of the period that is looked at. */
export const registerSummary = z.object({
  register: registerId,
  schoolId: id,
  classId: z.optional(id),
  on: z.optional(day),
})

/** One bar: a class, a teacher, a device; never a ranking of children (X08): they stand in the order of the roster. */
export interface SummaryLine {
  id: string
  name: string
  done: number
  needed: number
  points?: number
  /** Full marks. */
  of?: number
}

export interface RegisterSummary {
  register: string
  title: string
  slot: string
  from: Day
  to: Day
  per: 'class' | 'teacher' | 'child' | 'device' | 'school'
  lines: SummaryLine[]
  /** How often each choice of a field was taken. */
  counts: { field: string; label: string; choices: { id: string; label: string; count: number }[] }[]
  /** Hours from the first part to the last, the median, of what is done: repairs (E11). */
  hours?: number
  /** A share with its aim: 新授课使用率 50 %, at least 60 % (E06). */
  shares?: { label: string; part: number; whole: number; least: number }[]
  now: Instant
}

export const registerSettings = z.object({ schoolId: id })

/** What a school may set of a register: a number or a time of the day, within bounds. */
export interface SettingValue {
  key: string
  value: number | string
  usual: number | string
  least: number | string
  most: number | string
  /** 次 天 % */
  unit?: string
}

export interface RegisterLine {
  register: string
  title: string
  area: RegisterArea
  articles: string[]
  about: SubjectKind
  fills: RegisterDesk[]
  /** How often. */
  period: PeriodKind
  /** What the first part asks. */
  asks: string[]
  /** The parts after it: who signs, who repairs, who accepts. */
  steps: { title: string; by: RegisterDesk[] }[]
  on: boolean
  since?: Day
  values: SettingValue[]
  /** Of a school's own. */
  own?: OwnRegister
}

export interface VariantOption {
  id: string
  registers: string[]
  /** Numbers that the option sets. */
  numbers?: { register: string; key: string; value: number | string }[]
}

export interface RegisterSettings {
  schoolId: string
  /** 0: nothing is switched on yet. */
  version: number
  lines: RegisterLine[]
  /** Sets of registers to begin from; `fits`: all of it is on. */
  presets: { id: string; registers: string[]; fits: boolean }[]
  /** Where the papers disagree: each option is a few registers on or off, some with its own numbers (V15 V17 V20). */
  variants: { id: string; options: VariantOption[]; chosen?: string }[]
  now: Instant
}

const value = z.union([z.int().check(z.gte(0), z.lte(10_000)), clockTime])

/** Registers that a school changes at once: a whole preset. */
const CHANGES_MAX = 120
/** Numbers of one register. */
const VALUES_MAX = 10

export const registerSwitch = z.object({
  schoolId: id,
  /** `version` that was on the screen. */
  seen: z.int().check(z.gte(0)),
  changes: z
    .array(
      z.object({
        register: registerId,
        on: z.boolean(),
        values: z.optional(z.array(z.object({ key, value })).check(z.maxLength(VALUES_MAX))),
      }),
    )
    .check(z.minLength(1), z.maxLength(CHANGES_MAX)),
})

/** How often: every school day, week, month, term, year, once, or when something happens. */
export const PERIOD_KINDS = ['day', 'week', 'month', 'term', 'year', 'once', 'event'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** Registers of its own that a school may have. */
export const OWN_REGISTERS_MAX = 30
const TIMES_MAX = 20

/** A register of the school's own, from the same parts. */
export const ownRegister = z.object({
  title: title(limits.CHOICE_MAX),
  about: z.enum(['class', 'child', 'teacher', 'school']),
  fills: z.enum(['head_teacher', 'teacher', 'office', ...OFFICES]),
  /** 校长已阅: who looks at it afterwards. */
  signs: z.optional(z.enum(['head_teacher', 'office', 'principal'])),
  period: z.enum(PERIOD_KINDS),
  /** How often in a period, of each. */
  times: z.int().check(z.gte(1), z.lte(TIMES_MAX)),
  /** Which line of the school's own paper asks for it. */
  article: z.optional(postLine(limits.LABEL_MAX)),
  questions,
})
export type OwnRegister = z.input<typeof ownRegister>

/** `register` absent: a new one; a changed one keeps what was written under its old questions. */
export const registerOwn = z.object({
  schoolId: id,
  seen: z.int().check(z.gte(0)),
  register: z.optional(registerId),
  definition: ownRegister,
})

/** Everybody who fills or reads a register somewhere; which one, its own desks decide. */
const CLERKS = ['head_teacher', 'teacher', 'principal', 'office', 'officer', 'guardian'] as const satisfies Role[]

/** 今天该办的, and all that this person fills or reads. */
export const dueRows = {
  'register.due': { input: registerDue, output: answer<RegistersDue>(), roles: CLERKS, scope: 'identity', looks: true },
} as const satisfies Rows

export const entryRows = {
  'register.read': {
    input: registerRead,
    output: answer<RegisterSheet>(),
    roles: CLERKS,
    scope: { find: 'sheet' },
    looks: true,
  },
  'register.write': {
    input: registerWrite,
    output: answer<RegisterSheet>(),
    roles: CLERKS,
    scope: { find: 'sheetToWrite' },
    quotes: true,
  },
  'register.grid': {
    input: registerGrid,
    output: answer<RegisterGrid>(),
    roles: CLERKS,
    scope: { find: 'grid' },
    looks: true,
  },
  'register.fillGrid': {
    input: registerFillGrid,
    output: answer<GridFilled>(),
    roles: CLERKS,
    scope: { find: 'grid' },
    quotes: true,
  },
  'register.table': {
    input: registerTable,
    output: answer<RegisterTable>(),
    roles: CLERKS,
    scope: { find: 'table' },
    looks: true,
  },
  'register.summary': {
    input: registerSummary,
    output: answer<RegisterSummary>(),
    roles: CLERKS,
    scope: { find: 'summary' },
    looks: true,
  },
  'entry.read': {
    input: entryRead,
    output: answer<RegisterSheet>(),
    roles: CLERKS,
    scope: { find: 'entry' },
    looks: true,
  },
  'entry.part': {
    input: entryPart,
    output: answer<RegisterSheet>(),
    roles: CLERKS,
    scope: { find: 'entryPart' },
    quotes: true,
  },
  'entry.void': {
    input: entryVoid,
    output: answer<RegisterSheet>(),
    roles: CLERKS,
    scope: { find: 'entryToVoid' },
    quotes: true,
  },
} as const satisfies Rows

/** What a school switches on, and its own. */
export const registerRows = {
  'register.settings': {
    input: registerSettings,
    output: answer<RegisterSettings>(),
    roles: LEADERS,
    scope: 'place',
    looks: true,
  },
  'register.switch': { input: registerSwitch, output: answer<RegisterSettings>(), roles: LEADERS, scope: 'place' },
  'register.own': { input: registerOwn, output: answer<RegisterSettings>(), roles: LEADERS, scope: 'place' },
} as const satisfies Rows

/** One answer a register's export gives: where the file lies for some minutes. */
export interface RegisterFile {
  url: string
  name: string
  rows: number
}

const exported = {
  register: registerId,
  schoolId: id,
  classId: z.optional(id),
  from: z.optional(day),
  to: z.optional(day),
}
/** Excel of a register, with the school's heading. */
export const registerExport = z.object(exported)
/** 家校联系卡 of one child, for the file. */
export const cardPrint = z.object({ schoolId: id, classId: id, childId: id, on: z.optional(day) })

/** 班主任考核 班主任津贴 教师考核 家校联系考核 班级量化 (D08 D11 G09 H06 Q17) */
export const APPRAISAL_KINDS = ['head_teacher', 'allowance', 'teacher', 'home', 'class_points'] as const
export type AppraisalKind = (typeof APPRAISAL_KINDS)[number]
export const appraisalExport = z.object({ schoolId: id, kind: z.enum(APPRAISAL_KINDS), on: z.optional(day) })

/** The exporter answers them: they write files. */
export const registerExportRows = {
  'register.export': {
    input: registerExport,
    output: answer<RegisterFile>(),
    roles: ['head_teacher', 'teacher', ...LEADERS, 'officer'],
    scope: { find: 'table' },
    rate: { burst: 10, every: 20_000 },
  },
  'card.print': {
    input: cardPrint,
    output: answer<RegisterFile>(),
    roles: ['head_teacher', ...LEADERS],
    scope: 'place',
    rate: { burst: 30, every: 5_000 },
  },
  'appraisal.export': {
    input: appraisalExport,
    output: answer<RegisterFile>(),
    roles: LEADERS,
    scope: 'place',
    rate: { burst: 10, every: 20_000 },
  },
} as const satisfies Rows
