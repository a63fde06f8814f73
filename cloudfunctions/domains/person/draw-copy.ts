// Decides how a copy of one's data looks as pages that every phone opens: headings, lines, page numbers (M12, G23).
import { breakLines } from '../../common/files/lay-text'
import { A4, openSheet, type Sheet } from '../../common/files/write-pdf'
import type { CopySection } from './say-copy'

const MARGIN = 48
const WIDTH = A4.width - 2 * MARGIN
const HEAD = 13
const TEXT = 10
const LINE = 16
const FOOT = A4.height - MARGIN

/** @param note when it was made, and for whom */
export function drawCopy(title: string, note: string, sections: readonly CopySection[]): Sheet[] {
  const sheets: Sheet[] = [openSheet()]
  let y = MARGIN + 20
  const put = (text: string, size: number, bold = false) => {
    if (y > FOOT - LINE) {
      sheets.push(openSheet())
      y = MARGIN
    }
    sheets[sheets.length - 1]?.write(text, MARGIN, y, size, { bold })
    y += LINE
  }
  put(title, 18, true)
  y += LINE / 2
  put(note, TEXT)
  for (const { title: head, lines } of sections) {
    y += LINE
    put(head, HEAD, true)
    const rows = lines.flatMap((line) => breakLines(line, WIDTH, TEXT))
    for (const row of rows.length > 0 ? rows : ['没有']) put(row, TEXT)
  }
  sheets.forEach((sheet, page) =>
    sheet.write(`第${page + 1}/${sheets.length}页`, A4.width / 2, FOOT + LINE, TEXT, { align: 'center', gray: 0.35 }),
  )
  return sheets
}
