// Decides what a roster file is to the reader, and what is understood from it.
import type { RosterChoices, RosterColumn, RosterProblem, RosterQuestion } from './contract'
import type { RosterContact } from '../family'

/** A cell that the program keeps as a day, and what it shows of it: a class “3-2” that became 3月2日. */
export interface DateCell {
  shown: string
  year: number
  month: number
  day: number
}
export type Cell = string | number | boolean | null | DateCell

/** A merged range, 0-based, both ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

export interface Sheet {
  name: string
  rows: Cell[][]
  merges: Merge[]
  hidden?: boolean
  /** 0-based. */
  hiddenRows?: ReadonlySet<number>
  hiddenColumns?: ReadonlySet<number>
  /** Filled cells further out than a roster reaches: they were not read. */
  beyond?: { row: number; column: number }
}

export type Contact = RosterContact

/** One child as one row of the file has it. */
export interface RosterRow {
  sheet: string
  /** As Excel numbers it. */
  row: number
  className: string
  order: number
  /** 学号 without leading zeros; absent where the file has none. A mere 序号 is none. */
  number?: string
  name: string
  /** What tells the child from a namesake: 大, B, 女. */
  mark?: string
  sex?: string
  nicknames: string[]
  contacts: Contact[]
  /** The leader says it is the child that has this number, under a corrected name. */
  same?: true
}

export interface Roster {
  /** Rows that mean a child, the refused ones included. */
  rows: number
  children: RosterRow[]
  problems: RosterProblem[]
  columns: RosterColumn[]
  questions: RosterQuestion[]
  /** Class → the ways the file writes it. */
  written: Map<string, Set<string>>
}

export interface ReadingOptions {
  choices?: RosterChoices
  /** The year in which the running school year began: 2023级 is in its third year in 2025. */
  schoolYear?: number
}
