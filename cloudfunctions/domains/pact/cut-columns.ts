// Decides whether a page of a PDF has two columns, and in which order its rows are read then.
import type { Row, Word } from './pdf-words'

/** A row of a column, and where the column begins and ends. */
export interface ColumnRow {
  words: Word[]
  size: number
  left: number
  right: number
}

/** Fewer rows side by side are a table, or chance. */
const SIDE_BY_SIDE_MIN = 8
/** Of all rows; the others are headings across both. */
const SIDE_BY_SIDE = 0.6
/** A column's rows reach its end, most of them; a table's cells do not. */
const FILLED = 0.75
/** Of a letter's size, between two columns. */
const GUTTER = 1
/** Where the middle is looked for, of the width of what is written. */
const MIDDLE = { from: 0.4, to: 0.6, step: 0.01 }

export function cutColumns(rows: readonly Row[]): ColumnRow[] {
  const whole = boundsOf(rows.flatMap(({ words }) => words))
  const middle = findMiddle(rows, whole)
  if (middle === undefined) return rows.map(({ words, size }) => ({ words, size, ...whole }))
  const cut: ColumnRow[] = []
  let [left, right]: [Row[], Row[]] = [[], []]
  const flush = () => {
    for (const column of [left, right]) {
      const bounds = boundsOf(column.flatMap(({ words }) => words))
      cut.push(...column.map(({ words, size }) => ({ words, size, ...bounds })))
    }
    ;[left, right] = [[], []]
  }
  for (const row of rows) {
    if (isAcross(row, middle)) {
      flush()
      cut.push({ words: row.words, size: row.size, ...whole })
      continue
    }
    const sides = sidesOf(row, middle)
    if (sides.left.length > 0) left.push({ ...row, words: sides.left })
    if (sides.right.length > 0) right.push({ ...row, words: sides.right })
  }
  flush()
  return cut
}

const endOf = ({ x, width }: Word) => x + width

function boundsOf(words: readonly Word[]): { left: number; right: number } {
  let [left, right] = [Infinity, -Infinity]
  for (const word of words) [left, right] = [Math.min(left, word.x), Math.max(right, endOf(word))]
  return { left, right }
}

const sidesOf = ({ words }: Row, middle: number) => ({
  left: words.filter((word) => word.x + word.width / 2 < middle),
  right: words.filter((word) => word.x + word.width / 2 >= middle),
})

/** Whether words go on over the middle without a gutter. */
function isAcross(row: Row, middle: number): boolean {
  if (row.words.some((word) => word.x < middle && endOf(word) > middle)) return true
  const { left, right } = sidesOf(row, middle)
  const [last, first] = [left.at(-1), right[0]]
  return last !== undefined && first !== undefined && first.x - endOf(last) < GUTTER * row.size
}

function findMiddle(rows: readonly Row[], { left, right }: { left: number; right: number }): number | undefined {
  let best: { middle: number; count: number } | undefined
  for (let part = MIDDLE.from; part <= MIDDLE.to; part += MIDDLE.step) {
    const middle = left + (right - left) * part
    const pairs = rows.filter((row) => !isAcross(row, middle)).map((row) => sidesOf(row, middle))
    const both = pairs.filter((pair) => pair.left.length > 0 && pair.right.length > 0)
    if (both.length < Math.max(SIDE_BY_SIDE_MIN, rows.length * SIDE_BY_SIDE)) continue
    const isFilled =
      isMostlyFilled(
        both.map((pair) => pair.left),
        middle - left,
      ) &&
      isMostlyFilled(
        both.map((pair) => pair.right),
        right - middle,
      )
    if (isFilled && both.length > (best?.count ?? 0)) best = { middle, count: both.length }
  }
  return best?.middle
}

/** Half of the rows or more are as long as the column is wide, or nearly. */
const isMostlyFilled = (column: readonly Word[][], wide: number): boolean =>
  column.map(boundsOf).filter(({ left, right }) => right - left >= FILLED * wide).length * 2 >= column.length
