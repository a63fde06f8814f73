// Decides which lines of a paper are rows of a table pasted flat, and which column allows or forbids.
import { hint } from '../../pattern'

/** Between two cells of a folded row. */
export const CELL = '|'
const SPACES = /[\s\u3000]+/
const ALLOWING = hint`^(?:可以|可|能|允许|提倡|鼓励|应当|应该|√|✓|正确|宜|要|推荐|支持)(?:发|做|的|布|这样)?(?:的?内容|行为|做法)?$`
const FORBIDDING = hint`^(?:不可以?|不能|不允许|禁止|严禁|×|✗|不提倡|不应|不宜|不要|不得|不|错误)(?:发|做|的|布|这样)?(?:的?内容|行为|做法)?$`
const NUMBER_COLUMN = hint`^(?:序号?|编号|条目号?|no)$`
/** Fewer columns are two phrases beside one another. */
const COLUMNS_LEAST = 3

/** The columns of a table, its running number left out. */
export interface Table {
  columns: number
  allows: number
  forbids: number
}

const cellsOf = (line: string) => line.split(SPACES).filter((cell) => cell !== '')

/** What a table's head says; undefined for any other line. */
export function readHead(cells: readonly string[]): Table | undefined {
  const named = cells.filter((cell) => !NUMBER_COLUMN.test(cell))
  const allows = named.findIndex((cell) => ALLOWING.test(cell))
  const forbids = named.findIndex((cell) => FORBIDDING.test(cell))
  if (named.length < COLUMNS_LEAST - 1 || allows === -1 || forbids === -1) return undefined
  return { columns: named.length, allows, forbids }
}

/** The numbers of the lines that are rows of a table, its head among them. */
export function findRows(paper: string): ReadonlySet<number> {
  const rows = new Set<number>()
  let inside = false
  for (const [at, line] of paper.split('\n').entries()) {
    const cells = cellsOf(line.trim())
    if (cells.length >= COLUMNS_LEAST && readHead(cells)) inside = true
    else if (cells.length < 2) inside = inside && cells.length === 0
    if (inside && cells.length >= 2) rows.add(at)
  }
  return rows
}

export interface Cell {
  start: number
  end: number
  stance?: 'yes' | 'no'
}

/** The cells of a folded row that say something, and the words of the item they belong to. */
export function readRow(text: string, table: Table): { item: string; cells: Cell[] } {
  const cells: Cell[] = []
  for (let start = 0; start < text.length;) {
    const found = text.indexOf(CELL, start)
    const end = found === -1 ? text.length : found
    const isNumber = cells.length === 0 && /^\d{1,3}[.、]?$/.test(text.slice(start, end))
    if (end > start && !isNumber) cells.push({ start, end })
    start = end + 1
  }
  const fits = cells.length === table.columns
  const item = cells[0] ? text.slice(cells[0].start, cells[0].end) : ''
  const said = cells.map((cell, at): Cell => {
    if (!fits) return cell
    return { ...cell, stance: at === table.allows ? 'yes' : at === table.forbids ? 'no' : undefined }
  })
  return { item, cells: said }
}
