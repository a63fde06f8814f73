// Decides how tables become a workbook: a heading, a head that stays, real numbers and days, and no text that counts.
import * as SheetJS from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Day, Instant } from '@class-pact/core/contract'

/** Days, moments and shares (0…1) are the table's own kinds, so that it sorts, filters and counts with them. */
export type Cell = string | number | { day: Day } | { at: Instant } | { share: number } | undefined

export interface Column {
  title: string
  /** Characters. */
  width?: number
}

export interface Table {
  name: string
  /** Lines above the head, the school first. */
  heading: readonly string[]
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
}

const DAY_MS = 86_400_000
/** Beijing time, all year (GB/T 7408). */
const BEIJING_MS = 8 * 3_600_000
/** Days from the beginning of tables, 30 December 1899, to 1 January 1970. */
const EPOCH_DAYS = 25_569
const MINUTES_OF_DAY = 1_440
const MINUTE_MS = 60_000
const WIDTH = 12

export function writeWorkbook(tables: readonly Table[]): Buffer {
  const book = SheetJS.utils.book_new()
  for (const { name, heading, columns, rows } of tables) {
    const head = columns.map(({ title }) => title)
    const lines = [...heading.map((line) => [line]), head, ...rows]
    const sheet = SheetJS.utils.aoa_to_sheet(lines.map((line) => line.map(cellOf)))
    sheet['!cols'] = columns.map(({ width = WIDTH }) => ({ wch: width }))
    const last = SheetJS.utils.encode_cell({ r: heading.length + rows.length, c: Math.max(columns.length - 1, 0) })
    const first = SheetJS.utils.encode_cell({ r: heading.length, c: 0 })
    sheet['!autofilter'] = { ref: `${first}:${last}` }
    SheetJS.utils.book_append_sheet(book, sheet, name)
  }
  const written = SheetJS.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
  return freeze(
    written,
    tables.map(({ heading }) => heading.length + 1),
  )
}

function cellOf(cell: Cell): SheetJS.CellObject | null {
  if (cell === undefined || cell === '') return null
  if (typeof cell === 'number') return { t: 'n', v: cell }
  // Every text is a cell of text: one that begins with = + - @ is no formula.
  if (typeof cell === 'string') return { t: 's', v: cell, z: '@' }
  if ('share' in cell) return { t: 'n', v: cell.share, z: '0.0%' }
  if ('day' in cell) return { t: 'n', v: Date.parse(`${cell.day}T00:00:00Z`) / DAY_MS + EPOCH_DAYS, z: 'yyyy-mm-dd' }
  return { t: 'n', v: daysOf(cell.at), z: 'yyyy-mm-dd hh:mm' }
}

/** Whole minutes: what is shown is what is kept. */
const daysOf = (at: Instant) => Math.floor((at + BEIJING_MS) / MINUTE_MS) / MINUTES_OF_DAY + EPOCH_DAYS

/** The rows above stay where they are; what writes the workbook does not know how (ECMA-376 part 1, 18.3.1.66). */
function freeze(book: Buffer, heads: readonly number[]): Buffer {
  const files = unzipSync(new Uint8Array(book))
  heads.forEach((rows, index) => {
    const path = `xl/worksheets/sheet${String(index + 1)}.xml`
    const content = files[path]
    if (!content) return
    const pane = `<pane ySplit="${String(rows)}" topLeftCell="A${String(rows + 1)}" activePane="bottomLeft" state="frozen"/>`
    files[path] = strToU8(strFromU8(content).replace(/<sheetView ([^>]*?)\/>/, `<sheetView $1>${pane}</sheetView>`))
  })
  return Buffer.from(zipSync(files))
}
