// Decides how a child's contact card looks on paper: the head, every contact in its time, and the place to sign.
import { beijingDay } from '@class-pact/core/calendar'
import type { ContactWay, Instant } from '@class-pact/core/contract'
import type { Slot } from '@class-pact/core/register'
import { CONTACT_WAY_WORDS } from '@class-pact/core/register-words'
import { breakLines } from '../../common/files/lay-text'
import { A4, openSheet, type Sheet } from '../../common/files/write-pdf'

/** One contact. */
export interface CardLine {
  at: Instant
  way: ContactWay
  by: string
  /** Where it was noted. */
  from: string
  matter: string
  /** What the family said. */
  feedback: string
}

export interface CardHead {
  school: string
  className: string
  child: string
  no: string
  head: string
  term: Pick<Slot, 'from' | 'to'>
  now: Instant
}

const MARGIN = 40
const RIGHT = A4.width - MARGIN
const TEXT = 9.5
const LINE = 14
const PAD = 5
const FIRST_ROW = MARGIN + 100
/** Where the last row ends, so that there is room to sign. */
const BOTTOM = A4.height - MARGIN - 40

const COLUMNS = [
  { title: '日期', x: MARGIN, width: 62 },
  { title: '方式', x: MARGIN + 62, width: 34 },
  { title: '老师', x: MARGIN + 96, width: 74 },
  { title: '谈了什么', x: MARGIN + 170, width: 205 },
  { title: '家长的意见', x: MARGIN + 375, width: RIGHT - MARGIN - 375 },
] as const

/** At least one page: a card without contacts says so. */
export function drawCard(head: CardHead, lines: readonly CardLine[]): Sheet[] {
  const rows = lines.map(cellsOf)
  const pages: (typeof rows)[] = [[]]
  let y = FIRST_ROW
  for (const row of rows) {
    const height = heightOf(row)
    if (y + height > BOTTOM && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([])
      y = FIRST_ROW
    }
    pages.at(-1)?.push(row)
    y += height
  }
  return pages.map((own, index) => drawPage(head, own, { page: index + 1, pages: pages.length, total: lines.length }))
}

/** The lines of each cell. */
function cellsOf({ at, way, by, from, matter, feedback }: CardLine): string[][] {
  const texts = [beijingDay(at), CONTACT_WAY_WORDS[way], by, matter ? `${matter}（${from}）` : `（${from}）`, feedback]
  return texts.map((text, column) => breakLines(text, (COLUMNS[column]?.width ?? 0) - 2 * PAD, TEXT))
}

const heightOf = (row: readonly string[][]) => Math.max(1, ...row.map((lines) => lines.length)) * LINE + 2 * PAD

function drawPage(
  { school, className, child, no, head, term, now }: CardHead,
  rows: readonly string[][][],
  { page, pages, total }: { page: number; pages: number; total: number },
): Sheet {
  const sheet = openSheet()
  sheet.write(school, A4.width / 2, MARGIN + 8, 11, { align: 'center' })
  sheet.write('家校联系卡', A4.width / 2, MARGIN + 32, 16, { align: 'center', bold: true })
  sheet.write(`${className}　${no}号　${child}`, MARGIN, MARGIN + 58, 11, { bold: true })
  sheet.write(`${term.from}至${term.to}　联系${String(total)}次`, RIGHT, MARGIN + 58, TEXT, { align: 'right' })
  sheet.write(`${beijingDay(now)}打印　第${String(page)}/${String(pages)}页`, RIGHT, MARGIN + 72, TEXT, {
    ...{ align: 'right', gray: 0.35 },
  })
  for (const { title, x } of COLUMNS) sheet.write(title, x + PAD, FIRST_ROW - 7, TEXT, { bold: true })
  let y = FIRST_ROW
  rule(sheet, FIRST_ROW - LINE - PAD)
  rule(sheet, y)
  for (const row of rows) {
    row.forEach((lines, column) => {
      const x = (COLUMNS[column]?.x ?? MARGIN) + PAD
      lines.forEach((line, at) => sheet.write(line, x, y + PAD + 10 + at * LINE, TEXT))
    })
    y += heightOf(row)
    rule(sheet, y)
  }
  for (const x of [...COLUMNS.map((column) => column.x), RIGHT])
    sheet.rule(x, FIRST_ROW - LINE - PAD, x, y, { width: 0.4, gray: 0.5 })
  if (total === 0) sheet.write('本学期还没有联系记录', MARGIN, y + 20, TEXT)
  sheet.write(`班主任（${head}）签名：`, MARGIN, A4.height - MARGIN, TEXT)
  sheet.write('家长签名：', MARGIN + 300, A4.height - MARGIN, TEXT)
  return sheet
}

const rule = (sheet: Sheet, y: number) => {
  sheet.rule(MARGIN, y, RIGHT, y, { width: 0.4, gray: 0.5 })
}
