// Decides how a pact looks on the wall: large print, on one sheet where it fits, the school's name at the foot.
import type { Pact } from '@class-pact/core/contract'
import { breakLines, measureText } from '../../common/files/lay-text'
import { A4, openSheet, type Sheet } from '../../common/files/write-pdf'

export interface Chapter {
  title: string
  articles: readonly { text: string; from?: string }[]
}

export interface PactHead {
  school: string
  title: string
  principles: readonly string[]
  pact: Pick<Pact, 'version' | 'effectiveFrom'>
}

const MARGIN = 52
const WIDTH = A4.width - 2 * MARGIN
const TOP = 74
const BOTTOM = A4.height - 76
/** Read from a step away; smaller than the last nobody reads on a wall, so it goes on on another sheet. */
const SIZES = [15, 14, 13, 12, 11, 10.5] as const
/** Where one sheet is not enough, size costs nothing. */
const SEVERAL = 13
const LEADING = 1.55
const TITLE = 24
const QUIET = 0.38

/** One piece of the sheet that stays together. */
interface Block {
  height: number
  draw: (sheet: Sheet, y: number) => void
}

/** In the largest print in which everything fits on one sheet; else large, on as many as it needs. */
export function drawPact(head: PactHead, chapters: readonly Chapter[]): Sheet[] {
  const laid = SIZES.map((size) => layOut(head, chapters, size))
  const fitting = laid.find((blocks) => TOP + heightOf(blocks) <= BOTTOM)
  return place(fitting ?? layOut(head, chapters, SEVERAL), head)
}

const heightOf = (blocks: readonly Block[]) => blocks.reduce((sum, { height }) => sum + height, 0)

function layOut({ title, principles }: PactHead, chapters: readonly Chapter[], size: number): Block[] {
  let number = 0
  const line = size * LEADING
  return [
    ...breakLines(title, WIDTH, TITLE).map((text) => centred(text, TITLE)),
    gap(size),
    ...principles.map((text) => paragraph(text, { size, line, indent: size * 2, first: 0, gray: QUIET })),
    ...chapters.flatMap((chapter) => [
      heading(chapter.title, size, line),
      ...chapter.articles.map(({ text, from }) => {
        number++
        return paragraph(text, { size, line, indent: size * 2.4, label: `${String(number)}.`, note: from })
      }),
    ]),
  ]
}

const gap = (height: number): Block => ({ height, draw: () => undefined })

function centred(text: string, size: number): Block {
  return {
    height: size * LEADING,
    draw: (sheet, y) => sheet.write(text, A4.width / 2, y + size, size, { bold: true, align: 'center' }),
  }
}

/** A chapter keeps its first article's beginning with it: it is followed at once. */
function heading(title: string, size: number, line: number): Block {
  return {
    height: line * 1.5,
    draw(sheet, y) {
      const base = y + line * 1.1
      sheet.write(title, MARGIN, base, size + 1, { bold: true })
      sheet.rule(MARGIN, base + size * 0.42, A4.width - MARGIN, base + size * 0.42, { width: 0.5, gray: 0.75 })
    },
  }
}

interface Setting {
  size: number
  line: number
  indent: number
  /** Of the first line, where it is another. */
  first?: number
  label?: string
  /** Where it stands in the school's paper, behind the text. */
  note?: string | undefined
  gray?: number
}

function paragraph(text: string, { size, line, indent, first = indent, label, note, gray = 0 }: Setting): Block {
  const lines = breakLines(text, WIDTH - indent, size)
  const small = size * 0.72
  const said = note ? `（${note}）` : ''
  const last = lines[lines.length - 1] ?? ''
  const hasRoom = measureText(last, size) + measureText(said, small) <= WIDTH - indent
  return {
    height: (lines.length + (said && !hasRoom ? 1 : 0)) * line + size * 0.25,
    draw(sheet, y) {
      if (label) sheet.write(label, MARGIN + indent - size * 0.5, y + size, size, { align: 'right', gray: QUIET })
      lines.forEach((each, at) => {
        const x = MARGIN + (at === 0 ? Math.max(first, label ? indent : first) : indent)
        sheet.write(each, x, y + at * line + size, size, { gray })
      })
      if (!said) return
      const x = MARGIN + indent + (hasRoom ? measureText(last, size) : 0)
      sheet.write(said, x, y + (lines.length - (hasRoom ? 1 : 0)) * line + size, small, { gray: QUIET })
    },
  }
}

function place(blocks: readonly Block[], head: PactHead): Sheet[] {
  const sheets: Sheet[] = []
  let sheet = openSheet()
  let y = TOP
  const turn = () => {
    sheets.push(sheet)
    sheet = openSheet()
    y = TOP
  }
  blocks.forEach((block, at) => {
    // A heading at the very end of a sheet goes over with what it heads.
    const next = blocks[at + 1]?.height ?? 0
    if (y + block.height + Math.min(next, TOP) > BOTTOM && y > TOP) turn()
    block.draw(sheet, y)
    y += block.height
  })
  sheets.push(sheet)
  sheets.forEach((each, at) =>
    drawFoot(each, head, sheets.length > 1 ? `　${String(at + 1)}/${String(sheets.length)}` : ''),
  )
  return sheets
}

function drawFoot(sheet: Sheet, { school, pact }: PactHead, page: string): void {
  const [year, month, day] = pact.effectiveFrom.split('-').map(Number)
  const since = `第${String(pact.version)}版　${String(year)}年${String(month)}月${String(day)}日起执行${page}`
  sheet.write(school, A4.width - MARGIN, A4.height - 48, 12, { align: 'right', bold: true })
  sheet.write(since, A4.width - MARGIN, A4.height - 30, 9.5, { align: 'right', gray: QUIET })
}
