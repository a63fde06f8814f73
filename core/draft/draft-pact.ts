// Decides what becomes of a school's own rule paper: line by line, sentence by sentence, under its headings.
import { findAgainst } from './against'
import { Sentences, type Draft } from './clauses'
import { contextOf, isHeading } from './cut/headings'
import { isPageNumber, readLines, type Line } from './cut/lines'
import { Outline } from './cut/numbering'
import { cutLine } from './cut/pieces'
import { CELL, readHead, readRow, type Table } from './cut/tables'
import { isPaperTitle } from './kinds'
import { mayForbid } from './stance'
import { fold, writtenRange, type Folded } from './folding'
import { limits } from '../wire'
import { PAPER_LINES_MAX, type Clause, type Context } from './types'

const NO_CONTEXT: Context = { heading: '' }
const NOTHING_SAID: Pick<Draft, 'rules' | 'maybe' | 'allowed'> = { rules: [], maybe: [], allowed: [] }
/** Fewer characters in a cell of a table say nothing, and an item of so few only names what the row is about. */
const CELL_LEAST = 3
const ITEM_MOST = 8
const hanOf = (words: string) => words.replace(/[^\u4e00-\u9fff]/g, '').length

/** Where a heading's word ends: at the next line of its own depth. */
interface Level {
  depth: number
  context: Context
}

/**
 * A whole paper as clauses, in order. What is longer than `limits.PAPER_MAX` characters or `PAPER_LINES_MAX` lines is not
 * read. Every clause is a stretch of the paper; none overlaps another.
 */
export function draftPact(paper: string, sentences = new Sentences()): Clause[] {
  const folded = fold(paper.slice(0, limits.PAPER_MAX))
  const outline = new Outline()
  const levels: Level[] = []
  let table: Table | undefined
  const drafts: (Draft & { article?: string })[] = []
  for (const line of readLines(folded.text, PAPER_LINES_MAX)) {
    const place = placeOf(line, outline)
    while (levels.length > 0 && (levels[levels.length - 1]?.depth ?? 0) >= place.depth) levels.pop()
    const context = levels[levels.length - 1]?.context ?? NO_CONTEXT
    table = line.text.includes(CELL) ? (readHead(line.text.split(CELL)) ?? table) : undefined
    const read = table ? readCells(line, table, context, sentences) : readLine(line, context, sentences)
    if (place.opens) levels.push({ depth: place.depth, context: contextOf(wordsOf(line), context) })
    drafts.push(...read.map((draft) => ({ ...draft, article: outline.article })))
  }
  return findAgainst(drafts.map((draft) => ({ clause: clauseOf(paper, folded, draft), allowed: draft.allowed })))
}

const wordsOf = ({ text, numbering }: Line) => text.slice(numbering?.length ?? 0)

/** How deep a line stands, and whether it is a heading over others. */
function placeOf(line: Line, outline: Outline): { depth: number; opens: boolean } {
  const opens = isHeading(wordsOf(line), line.numbering !== undefined)
  if (line.numbering) return { depth: outline.enter(line.numbering), opens }
  // 以下内容不发: stands under the number before it; any other heading begins anew.
  if (opens && !wordsOf(line).endsWith(':')) outline.restart()
  return { depth: opens ? outline.depth + 0.5 : Number.POSITIVE_INFINITY, opens }
}

function readLine(line: Line, context: Context, sentences: Sentences): Draft[] {
  if (isPageNumber(line) || (!line.numbering && isPaperTitle(line.text) && !mayForbid(line.text)))
    return [{ start: line.start, end: line.end, kind: 'none', ...NOTHING_SAID }]
  const from = line.numbering?.length ?? 0
  const words = line.text.slice(from)
  return cutLine(words).flatMap(({ start, end }) => {
    const read = readBroken(words.slice(start, end), (text) => sentences.read(text, context))
    return read.map((draft) => shifted(draft, line.start + from + start))
  })
}

/** A sentence that a scan broke is read as one: the break is no sign, and stands in no word. */
function readBroken(sentence: string, read: (text: string) => Draft[]): Draft[] {
  if (!sentence.includes('\n')) return read(sentence)
  const places = [...sentence].flatMap((char, at) => (char === '\n' ? [] : [at]))
  return read(sentence.replace(/\n/g, '')).map((draft) => ({
    ...draft,
    start: places[draft.start] ?? 0,
    end: (places[draft.end - 1] ?? 0) + 1,
  }))
}

/** A row of a table: each cell is read as said of its item, and as its column says. */
function readCells(line: Line, table: Table, context: Context, sentences: Sentences): Draft[] {
  const from = line.numbering?.length ?? 0
  const words = line.text.slice(from)
  const { item, cells } = readRow(words, table)
  return cells.flatMap(({ start, end, stance }, at) => {
    // 无, 全体, and the item itself: a cell by itself states nothing.
    if (hanOf(words.slice(start, end)) < (at === 0 ? ITEM_MOST : CELL_LEAST))
      return [{ start: line.start + from + start, end: line.start + from + end, kind: 'form', ...NOTHING_SAID }]
    const before = at === 0 ? '' : `${item}:`
    const read = sentences.read(before + words.slice(start, end), { ...context, stance }, before.length)
    return read.map((draft): Draft => {
      const cell = { ...draft, start: Math.max(draft.start, before.length) }
      const kind = cell.kind === 'rule' ? cell.kind : 'form'
      return shifted({ ...cell, kind, maybe: [] }, line.start + from + start - before.length)
    })
  })
}

const shifted = (draft: Draft, by: number): Draft => ({ ...draft, start: draft.start + by, end: draft.end + by })

function clauseOf(paper: string, folded: Folded, { article, ...draft }: Draft & { article?: string }): Clause {
  const range = writtenRange(folded, draft.start, draft.end)
  const written = paper.slice(range.start, range.end)
  const start = range.start + (written.length - written.trimStart().length)
  const end = range.end - (written.length - written.trimEnd().length)
  return {
    line: paper.slice(start, end),
    start,
    end,
    ...(article ? { article } : {}),
    kind: draft.kind,
    rules: draft.rules,
    ...(draft.kind === 'unknown' ? { maybe: draft.maybe } : {}),
  }
}
