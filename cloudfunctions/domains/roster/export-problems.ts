// Decides what a leader takes to a computer: the doubtful rows of a file, and beside each why it is doubtful.
import * as SheetJS from '@e965/xlsx'
import type { RosterPreview } from '@class-pact/core/contract'
import type { Cell, Sheet } from '@class-pact/core/roster'
import { PROBLEM_WORDS, sameChildWord } from '@class-pact/core/roster-words'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { loadRoster } from './load-roster'
import { describeRoster } from './preview-roster'

const FILE_NAME = '问题行.xlsx'
const WORD_HEADER = '问题'
const ROW_HEADER = '原表行号'
/** Rows of one file: a reply holds 1 MB (facts: cloudbase), a wide row of a roster weighs some 300 bytes packed. */
const ROWS_MOST = 1_000
/** Cells of one row that are written: the national register has about 150 columns. */
const CELLS_MOST = 160

export const exportProblems: Handler<'roster.problems'> = async (input, session) => {
  const loaded = await loadRoster(input, session)
  if (!loaded.ok) return loaded
  const { sheets } = loaded.data
  const preview = await describeRoster(input, session, loaded.data)
  const words = gatherWords(preview)
  const book = SheetJS.utils.book_new()
  let rows = 0
  for (const sheet of sheets) {
    const doubtful = [...(words.get(sheet.name) ?? [])].sort(([a], [b]) => a - b).slice(0, ROWS_MOST - rows)
    if (doubtful.length === 0) continue
    rows += doubtful.length
    SheetJS.utils.book_append_sheet(
      book,
      SheetJS.utils.aoa_to_sheet(tableOf(sheet, doubtful, preview)),
      sheetName(book),
    )
  }
  if (rows === 0) SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet([[WORD_HEADER]]), sheetName(book))
  const content = SheetJS.write(book, { type: 'base64', bookType: 'xlsx', compression: true }) as string
  return succeed({ fileName: FILE_NAME, content, rows })
}

/** By sheet and row, as the program numbers them; what concerns no row has none. */
function gatherWords({ problems, questions }: RosterPreview): Map<string, Map<number, string[]>> {
  const words = new Map<string, Map<number, string[]>>()
  const add = (sheet: string, row: number, word: string) => {
    if (row < 1) return
    const ofSheet = words.get(sheet) ?? new Map<number, string[]>()
    words.set(sheet, ofSheet.set(row, [...(ofSheet.get(row) ?? []), word]))
  }
  for (const problem of problems) {
    const column = problem.column ? `${problem.column}列` : ''
    add(problem.sheet, problem.row, `${column}${PROBLEM_WORDS[problem.code].text(problem)}`)
  }
  for (const question of questions) {
    if (question.code === 'same_child') add(question.sheet, question.row, sameChildWord(question.from, question.to))
  }
  return words
}

/** The list's own headings on top, so that the mended rows can be chosen as a roster again. */
function tableOf({ name, rows }: Sheet, doubtful: [number, string[]][], { columns }: RosterPreview): string[][] {
  const heading = Math.min(...columns.filter(({ sheet }) => sheet === name).map(({ row }) => row))
  const header = Number.isFinite(heading) ? (rows[heading - 1] ?? []) : []
  const cells = [header, ...doubtful.map(([row]) => rows[row - 1] ?? [])]
  const width = Math.min(CELLS_MOST, Math.max(1, ...cells.map((row) => row.length)))
  const write = (row: readonly Cell[]) => Array.from({ length: width }, (_, at) => textOf(row[at] ?? null))
  return [
    [...write(header), ROW_HEADER, WORD_HEADER],
    ...doubtful.map(([row, said]) => [...write(rows[row - 1] ?? []), String(row), said.join('；')]),
  ]
}

/** As text: a long number stays what it is, and a formula is none. */
function textOf(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.shown : String(cell)
}

/** Names of sheets come from strangers: ours are counted. */
const sheetName = (book: SheetJS.WorkBook) => `问题${book.SheetNames.length + 1}`
