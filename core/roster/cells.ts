// Decides what stands in a cell: one text whatever the file made of it, and nothing where people write 无 or a slash.
import type { Cell, Merge, Sheet } from './types'

/** What schools write for nobody and nothing. */
const NOTHING = /^(?:[\/\\\-–—－_.,，。、*×xX·?？]+|无|没有|暂无|空|未填|不详|n\/?a|none|null)$/i

/** One line of text, full-width forms narrowed; '' for empty cells and for 无, / and the like. */
export function readText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return ''
  const written = typeof cell === 'number' ? writeNumber(cell) : cell
  const text = written
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return NOTHING.test(text) ? '' : text
}

/** Excel keeps long numbers as floats: 13831936028, never 1.383e10. */
function writeNumber(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(value)
}

/** Text without any blank, for comparing labels and class names. */
export function readCompact(cell: Cell | undefined): string {
  return readText(cell).replace(/\s/g, '')
}

export function isEmptyRow(row: readonly Cell[]): boolean {
  return row.every((cell) => readText(cell) === '')
}

/** The merged range that covers a cell from another cell, if any. */
export function mergeOver(sheet: Sheet, row: number, column: number): Merge | undefined {
  return sheet.merges.find(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
  )
}

/** What a reader sees at a place: the cell, or the merged cell that lies over it. */
export function readShown(sheet: Sheet, row: number, column: number): string {
  const own = readText(sheet.rows[row]?.[column])
  if (own) return own
  const merge = mergeOver(sheet, row, column)
  return merge ? readText(sheet.rows[merge.top]?.[merge.left]) : ''
}
