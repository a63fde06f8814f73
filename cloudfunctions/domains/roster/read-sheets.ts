// Decides what a cell of a workbook is to the reader of rosters; the format itself is read by SheetJS.
import * as SheetJS from '@e965/xlsx'
import { limits } from '@class-pact/core/contract'
import type { Cell, Merge, Sheet } from '@class-pact/core/roster'
import { READ_ROWS_MAX, type Beyond } from './open-package'

const MERGES_MAX = 5_000
/** Of a cell; the longest that means something are several numbers with names. */
const CELL_CHARACTERS_MAX = 500
/** Spans and jumps of markup that reach further than any roster. */
const FAR_SPANS =
  /\b(colspan|rowspan|ss:Index|ss:MergeAcross|ss:MergeDown|ss:Span|Index|Span)\s*=\s*["']?(\d{4,})["']?/gi

/** Every sheet of a workbook, or of a web page or XML that calls itself one. */
export function readSheets(
  content: Buffer | string,
  beyond: ReadonlyMap<string, Beyond> = new Map(),
): Sheet[] | 'password' | 'file' | 'kind' {
  try {
    const source = typeof content === 'string' ? boundSpans(content) : content
    const book = SheetJS.read(source, {
      type: typeof source === 'string' ? 'string' : 'buffer',
      dense: true,
      raw: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      cellFormula: false,
      sheetRows: READ_ROWS_MAX,
    })
    const properties = book.Workbook?.Sheets ?? []
    const far = [...beyond.values()]
    return book.SheetNames.flatMap((name, at) => {
      const sheet = book.Sheets[name]
      if (!sheet) return []
      const read = toSheet(name, sheet, book.Workbook?.WBProps?.date1904 === true)
      const outside =
        beyond.get(`xl/worksheets/sheet${at + 1}.xml`) ?? (book.SheetNames.length === 1 ? far[0] : undefined)
      return [{ ...read, ...(properties[at]?.Hidden && { hidden: true }), ...(outside && { beyond: outside }) }]
    })
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : ''
    if (/password|encrypt/i.test(message)) return 'password'
    return /unsupported|unrecognized|cannot find/i.test(message) ? 'kind' : 'file'
  }
}

function boundSpans(markup: string): string {
  return markup.replace(
    FAR_SPANS,
    (_, name: string, far: string) => `${name}="${Math.min(Number(far), READ_ROWS_MAX)}"`,
  )
}

function toSheet(name: string, sheet: SheetJS.WorkSheet, date1904: boolean): Sheet {
  const data = (sheet as SheetJS.DenseWorkSheet)['!data'] ?? []
  const rows: Cell[][] = []
  // Only rows and cells that are there: a sheet may reach to XFD1048576 with one cell in it.
  data.forEach((cells, row) => {
    if (row >= READ_ROWS_MAX) return
    while (rows.length < row) rows.push([])
    const read: Cell[] = []
    cells?.forEach((cell, column) => {
      if (column >= limits.ROSTER_COLUMNS_MAX) return
      while (read.length < column) read.push(null)
      read.push(toCell(cell, date1904))
    })
    rows.push(read)
  })
  const hiddenRows = indicesOf(sheet['!rows'], READ_ROWS_MAX)
  const hiddenColumns = indicesOf(sheet['!cols'], limits.ROSTER_COLUMNS_MAX)
  return {
    name,
    rows,
    merges: (sheet['!merges'] ?? []).slice(0, MERGES_MAX).map(toMerge),
    ...(hiddenRows.size > 0 && { hiddenRows }),
    ...(hiddenColumns.size > 0 && { hiddenColumns }),
  }
}

function indicesOf(list: ({ hidden?: boolean } | undefined)[] | undefined, most: number): Set<number> {
  const hidden = new Set<number>()
  list?.forEach((each, index) => {
    if (each?.hidden && index < most) hidden.add(index)
  })
  return hidden
}

function toMerge({ s, e }: SheetJS.Range): Merge {
  return {
    top: s.r,
    left: s.c,
    bottom: Math.min(e.r, READ_ROWS_MAX),
    right: Math.min(e.c, limits.ROSTER_COLUMNS_MAX),
  }
}

/** Formats that show less than the cell holds: 1.39E+10, ####, thousands. */
const LOSSY = /[#,%]|\dE[+-]/i

function toCell(cell: SheetJS.CellObject | undefined, date1904: boolean): Cell {
  const value = cell?.v
  if (value === undefined || value === null || !cell) return null
  const shown = cell.w?.trim() ?? ''
  if (cell.t === 'e') return shown || null
  if (typeof value === 'string') return value.slice(0, CELL_CHARACTERS_MAX)
  if (typeof value === 'boolean') return value
  if (typeof value !== 'number') return shown || null
  const format = typeof cell.z === 'string' ? cell.z : 'General'
  if (format === 'General' || !shown) return value
  if (SheetJS.SSF.is_date(format)) {
    const { y, m, d } = SheetJS.SSF.parse_date_code(value, { date1904 }) as { y: number; m: number; d: number }
    return { shown, year: y, month: m, day: d }
  }
  return LOSSY.test(shown) ? value : shown
}
