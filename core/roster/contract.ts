// Decides what a leader's phone may ask and learn about a roster file.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  digest,
  fileId,
  id,
  limits,
  quotation,
  reference,
  title,
  type Instant,
  type Rows,
} from '../wire'
/** Whom a column speaks of: only what belongs to the family proves kinship (M02). */
export type RosterOwner = 'child' | 'family' | 'pupil' | 'staff' | 'unknown' | 'nobody'

/** Everything a column can be taken for, and whose it then is; a leader may choose any of them. */
export const ROSTER_OWNERS = {
  name: 'child',
  number: 'child',
  class: 'child',
  grade: 'child',
  sex: 'child',
  nickname: 'child',
  serial: 'nobody',
  family_name: 'family',
  family_relation: 'family',
  family_phone: 'family',
  mother_name: 'family',
  mother_phone: 'family',
  father_name: 'family',
  father_phone: 'family',
  pupil_phone: 'pupil',
  staff_name: 'staff',
  staff_phone: 'staff',
  other_name: 'unknown',
  other_phone: 'unknown',
  ignored: 'nobody',
  unknown: 'unknown',
} as const satisfies Record<string, RosterOwner>

export type RosterMeaning = keyof typeof ROSTER_OWNERS

export const ROSTER_MEANINGS = Object.keys(ROSTER_OWNERS) as [RosterMeaning, ...RosterMeaning[]]

const sheet = quotation(limits.SHEET_NAME_MAX)

/** As Excel letters it: A … XFD. */
const column = z.string().check(z.regex(/^[A-Z]{1,3}$/))

/** 还在 已转走 以后再说 */
export const MISSING_ANSWERS = ['here', 'left', 'later'] as const
export type MissingAnswer = (typeof MISSING_ANSWERS)[number]
/** Answers of one file: an input of 50,000 characters holds them beside all others; the rest is asked about again. */
const MISSING_ANSWERED_MAX = 400

/** What the leader answers to a preview; the import is made with the same answers, and its digest covers them. */
const choices = {
  columns: z.optional(
    z
      .array(
        z.object({
          sheet,
          column,
          /** Row of the heading, where several lists stand below one another. */
          row: z.optional(z.int().check(z.gte(1), z.lte(limits.ROSTER_ROWS_MAX))),
          meaning: z.enum(ROSTER_MEANINGS),
        }),
      )
      .check(z.maxLength(limits.ROSTER_CHOICES_MAX)),
  ),
  /** The class of the rows of a sheet where `written` stands for it; '' where nothing does. */
  classes: z.optional(
    z
      .array(z.object({ sheet, written: quotation(limits.LABEL_MAX), className: title(limits.LABEL_MAX) }))
      .check(z.maxLength(limits.ROSTER_CHOICES_MAX)),
  ),
  /** Rows that are the child who has their number now, under a corrected name. */
  same: z.optional(
    z.array(z.object({ sheet, row: z.int().check(z.gte(1)) })).check(z.maxLength(limits.ROSTER_CHOICES_MAX)),
  ),
  /** Hidden sheets and rows are read too. */
  hidden: z.optional(z.boolean()),
  /** What became of children that the file does not have; who is not named stays, and is asked about again. */
  missing: z.optional(
    z.array(z.object({ childId: id, answer: z.enum(MISSING_ANSWERS) })).check(z.maxLength(MISSING_ANSWERED_MAX)),
  ),
}

export const rosterPreview = z.object({ schoolId: id, fileId, ...choices })

/** One class a call, so that progress can be shown and a broken import goes on. */
export const rosterImport = z.object({
  schoolId: id,
  fileId,
  digest,
  className: reference(limits.LABEL_MAX),
  ...choices,
})

export type RosterChoices = Pick<z.input<typeof rosterPreview>, 'columns' | 'classes' | 'same' | 'hidden' | 'missing'>

export type RosterProblemCode =
  | 'name_missing'
  | 'name_suspect'
  | 'class_missing'
  | 'class_unreadable'
  | 'class_from_date'
  | 'class_by_year'
  | 'class_too_large'
  | 'duplicate'
  | 'same_name'
  | 'number_missing'
  | 'number_taken'
  | 'number_unreadable'
  | 'mark_dropped'
  | 'phone_invalid'
  | 'phone_shared'
  | 'phone_staff'
  | 'contact_unreadable'
  | 'contact_not_family'
  | 'contact_shared'
  | 'row_skipped'
  | 'row_hidden'
  | 'sheet_hidden'
  | 'sheet_skipped'
  | 'cells_beyond'

export interface RosterProblem {
  sheet: string
  /** Row as Excel numbers it; 0: the whole sheet. */
  row: number
  /** Column as Excel letters it, where the problem is one cell's. */
  column?: string
  code: RosterProblemCode
  /** Rows that cannot be imported; the others are only remarks. */
  blocking: boolean
  /** The row it clashes with. */
  otherRow?: number
  /** What stands in the cell, shortened, masked where it is a phone number or a name of the family. */
  value?: string
}

/** What is not understood is asked, never assumed. */
export type RosterQuestion =
  /** Which class these rows belong to; answered by `classes`. */
  | { code: 'class'; sheet: string; written: string; rows: number }
  /** Whose number this is; answered by `columns`. Until then it is for calling only and proves nothing. */
  | { code: 'phone_owner'; sheet: string; row: number; column: string; header: string; rows: number }
  /** Values without a heading, or below one that nobody knows; answered by `columns`. Until then they are not read. */
  | { code: 'column_meaning'; sheet: string; row: number; column: string; header: string; rows: number }
  /** A second 姓名: another list beside the first, or a parent? Answered by `columns` (name or family_name). */
  | { code: 'second_name'; sheet: string; row: number; column: string; header: string; taken: 'list' | 'family' }
  /** Whether a row is the child who has its number now; answered by `same`. Until then it is somebody new. */
  | { code: 'same_child'; sheet: string; row: number; className: string; from: string; to: string }
  /** Hidden sheets and rows stay out; answered by `hidden`. */
  | { code: 'hidden'; sheets: number; rows: number }

export interface RosterPreviewClass {
  className: string
  /** Children understood in the file. */
  children: number
  /** Of them not yet in the school. */
  added: number
  isNew: boolean
  sample: string[]
  /** How the file writes this class, where it is not so. */
  written: string[]
  /** The same children by number and family, under a corrected name. */
  renamed: { row: number; from: string; to: string }[]
  /** Children that come from another class with this file. */
  moved: { name: string; from: string }[]
  /** Children that had left, and are in the file: they come back, with all that they had. */
  returned: { name: string }[]
  /** Children in the file that do not come for a while: that stays so until somebody says that they are back. */
  suspended: { name: string }[]
  /** Children of the class that the file does not have; `since`: asked about before, and not answered. */
  missing: { childId: string; no: string; name: string; answer?: MissingAnswer; since?: Instant }[]
}

/** One column of one list, and what it was taken for. */
export interface RosterColumn {
  sheet: string
  /** Row of the heading. */
  row: number
  column: string
  header: string
  meaning: RosterMeaning
  owner: RosterOwner
  /** Whose, where the heading says it: 成员1, 母亲. */
  person?: string
  /** A few values, masked where they are names or numbers. */
  samples: string[]
  hidden?: true
  /** The leader chose the meaning. */
  chosen?: true
}

export interface RosterPreview {
  /** What was previewed, answers included; import checks that both are still the same. */
  digest: string
  rows: number
  importable: number
  classes: RosterPreviewClass[]
  problems: RosterProblem[]
  columns: RosterColumn[]
  questions: RosterQuestion[]
  /** The school's classes, to choose from. */
  schoolClasses: string[]
}

export interface RosterImported {
  classId: string
  added: number
  unchanged: number
  /** Of the children that the file does not have, those that have left by the leader's word. */
  left: number
}

export const rosterProblems = rosterPreview

/** 导出问题行: a workbook of the doubtful rows, a word beside each. */
export interface RosterProblems {
  fileName: string
  /** The .xlsx, in base64: it goes to whoever asks and is kept nowhere. */
  content: string
  rows: number
}

export const rosterRows = {
  'roster.problems': {
    input: rosterProblems,
    output: answer<RosterProblems>(),
    roles: LEADERS,
    scope: 'place',
    looks: true,
  },
  'roster.preview': {
    input: rosterPreview,
    output: answer<RosterPreview>(),
    roles: LEADERS,
    scope: 'place',
    looks: true,
  },
  'roster.import': { input: rosterImport, output: answer<RosterImported>(), roles: LEADERS, scope: 'place' },
} as const satisfies Rows
