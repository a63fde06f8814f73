// Decides what a roster file is to the reader, and what is understood from it.
import type { RosterProblem } from '../contract'

export type Cell = string | number | boolean | null

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
}

export interface Contact {
  relation: string
  name: string
  phone: string
}

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
  nicknames: string[]
  contacts: Contact[]
}

export interface Roster {
  /** Rows that mean a child, the refused ones included. */
  rows: number
  children: RosterRow[]
  problems: RosterProblem[]
  columns: { header: string; meaning: string }[]
}
