// Decides what stands in a cell: one text whatever the file made of it, and nothing where people write 无 or a slash.
import { foldCharacters } from '../family'
import type { Cell, DateCell, Merge, Sheet } from './types'
/** What schools write for nobody and nothing. */
const NOTHING = /^(?:[\/\\\-–—－_.,，。、*×xX·?？]+|无|没有|暂无|空|未填|不详|n\/?a|none|null)$/i

/** One line of text, full-width forms narrowed; '' for empty cells and for 无, / and the like. */
export function readText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return ''
  const written = typeof cell === 'object' ? cell.shown : typeof cell === 'number' ? writeNumber(cell) : cell
  const text = foldCharacters(written)
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

/** A → 0, AA → 26 */
export function columnAt(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** 0 → A, 26 → AA */
export function lettersOf(column: number): string {
  const [rest, last] = [Math.floor(column / 26), column % 26]
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + last)
}

const WRITTEN_DAY =
  /^(?:(?<y>\d{4})[年\/.-])?(?<m>\d{1,2})月(?<d>\d{1,2})[日号]?$|^(?<y2>\d{4})[年\/.-](?<m2>\d{1,2})[月\/.-](?<d2>\d{1,2})日?(?: 0?0:00(?::00)?)?$|^(?<d3>\d{1,2})-(?<m3>[A-Z][a-z]{2})$/

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day, as a program keeps it or as a text file has it from one: 3月2日, 2026/3/2, 2-Mar. */
export function readDay(cell: Cell | undefined): DateCell | undefined {
  if (typeof cell === 'object' && cell !== null) return cell
  if (typeof cell !== 'string') return undefined
  const shown = readText(cell)
  const found = WRITTEN_DAY.exec(shown)?.groups
  if (!found) return undefined
  const month = found['m3'] ? MONTHS.indexOf(found['m3']) + 1 : Number(found['m'] ?? found['m2'])
  const day = Number(found['d'] ?? found['d2'] ?? found['d3'])
  return month > 0 ? { shown, year: Number(found['y'] ?? found['y2'] ?? 0), month, day } : undefined
}
