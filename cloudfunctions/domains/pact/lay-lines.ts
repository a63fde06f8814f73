// Decides which lines the words of a PDF make: rows, columns, paragraphs, and no page number.
import { cutColumns } from './cut-columns'
import { joinWrapped } from './join-wrapped'
import { textOf, type PdfPage, type Row, type Word } from './pdf-words'

/** Of a letter's size: how far a word may stand above the line of its row, as ² does. */
const ABOVE = 0.5
/** Drawn twice, a little beside itself, a word is bold. */
const TWICE = 0.15
/** Rows at either end of a page that can be a heading or a page number, and the part of the page where they stand. */
const EDGE_ROWS = 2
const EDGE = 0.12
/** On how many of the pages a heading is repeated; and how far it may move, points. */
const REPEATED = 0.6
const PLACE = 6
/** 第 12 页，共 30 页 */
const PAGE_NUMBER_LETTERS_MAX = 20
const PAGE_NUMBER =
  /^[-—–·•~\s]*(?:第?\s*[\d一二三四五六七八九十ivx]{1,4}\s*页?)?(?:\s*[,，/／|]?\s*共?\s*\d{1,4}\s*页?)?[-—–·•~\s]*$/i

export function layLines(pages: readonly PdfPage[]): string[] {
  const rows = pages.map((page) => dropTwice(rowsOf(page.words)))
  const repeated = findRepeated(pages, rows)
  return joinWrapped(
    pages.flatMap((page, at) => {
      const own = (rows[at] ?? []).filter((row, index, all) => !isEdge(page, row, index, all.length, repeated))
      return cutColumns(own)
    }),
  )
}

function rowsOf(words: readonly Word[]): Row[] {
  const rows: Row[] = []
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row && word.y - row.y < ABOVE * Math.max(row.size, word.size)) {
      row.words.push(word)
      if (word.size > row.size) Object.assign(row, { size: word.size, y: word.y })
    } else rows.push({ words: [word], y: word.y, size: word.size })
  }
  for (const row of rows) row.words.sort((a, b) => a.x - b.x)
  return rows
}

const dropTwice = (rows: Row[]): Row[] =>
  rows.map((row) => ({
    ...row,
    words: row.words.filter(({ text, x, size }, at) => {
      const before = row.words[at - 1]
      return !(before && before.text === text && x - before.x < TWICE * size)
    }),
  }))

/** The same words with other figures at the same place: 第 3 页. */
const keyOf = ({ words, y }: Row) =>
  [Math.round(y / PLACE), textOf(words).replace(/\s/g, '').replace(/\d+/g, '#')] as const

const isAtEnd = (index: number, count: number) => index < EDGE_ROWS || index >= count - EDGE_ROWS

function findRepeated(pages: readonly PdfPage[], rows: readonly Row[][]): Set<string> {
  const counts = new Map<string, number>()
  for (const own of rows) {
    const ends = own.filter((_, index) => isAtEnd(index, own.length)).map(keyOf)
    // A place on the border of two is both.
    const keys = new Set(ends.flatMap(([place, text]) => [`${place} ${text}`, `${place + 1} ${text}`]))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const enough = Math.max(2, pages.length * REPEATED)
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key))
}

function isEdge(page: PdfPage, row: Row, index: number, count: number, repeated: Set<string>): boolean {
  if (!isAtEnd(index, count)) return false
  const [place, text] = keyOf(row)
  if (repeated.has(`${place} ${text}`) || repeated.has(`${place + 1} ${text}`)) return true
  const isOut = row.y < page.height * EDGE || row.y > page.height * (1 - EDGE)
  const written = textOf(row.words)
  return isOut && written.length <= PAGE_NUMBER_LETTERS_MAX && PAGE_NUMBER.test(written)
}
