// Decides how a class's slip looks as one list for the file: who signed, who was told how, who is missing (N06, X04).
import type { Board, Instant } from '@class-pact/core/contract'
import { countWays } from '@class-pact/core/notice'
import { FOLLOW_UP_WORDS, stateWord } from '@class-pact/core/slip-words'
import { fitText } from '../../common/files/lay-text'
import { A4, openSheet, type Sheet } from '../../common/files/write-pdf'
import { sayTime } from './draw-slips'

const MARGIN = 40
const RIGHT = A4.width - MARGIN
const ROW = 17
const TEXT = 9.5
const FIRST_ROW = MARGIN + 92
/** 40 children stand on one sheet. */
const ROWS_A_SHEET = Math.floor((A4.height - FIRST_ROW - MARGIN - ROW) / ROW)

/** Where the columns begin: 座号 姓名 状态 时间 签收人或跟进 签字. */
const COLUMNS = [
  { title: '座号', x: MARGIN, width: 30 },
  { title: '姓名', x: MARGIN + 34, width: 74 },
  { title: '状态', x: MARGIN + 112, width: 62 },
  { title: '时间', x: MARGIN + 178, width: 78 },
  { title: '签收人 / 跟进', x: MARGIN + 260, width: 254 },
] as const

/** 已签38，电话1，纸质1，未送达0，共40 */
export function sayCounts({ counts, rows, replyMode }: Pick<Board, 'counts' | 'rows' | 'replyMode'>): string {
  const ways = countWays(rows)
  const told = Object.entries(FOLLOW_UP_WORDS).flatMap(([way, word]) => {
    const count = ways[way as keyof typeof ways]
    return count > 0 ? [`${word}${count}`] : []
  })
  return [
    `${stateWord('signed', replyMode)}${counts.signed}`,
    ...told,
    `未送达${counts.missing}`,
    `共${counts.total}`,
  ].join('　')
}

export function drawList(board: Board, schoolName: string, now: Instant): Sheet[] {
  const { rows, className, title, replyMode } = board
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_SHEET))
  return Array.from({ length: pages }, (_, page) => {
    const sheet = openSheet()
    sheet.write(`${schoolName}　${className}`, A4.width / 2, MARGIN + 8, 11, { align: 'center' })
    sheet.write(fitText(`${title}　回执总表`, RIGHT - MARGIN, 16), A4.width / 2, MARGIN + 32, 16, {
      align: 'center',
      bold: true,
    })
    sheet.write(`${sayTime(board.publishedAt)}送达　${sayCounts(board)}`, MARGIN, MARGIN + 56, TEXT)
    sheet.write(`${sayTime(now)}打印　第${page + 1}/${pages}页`, RIGHT, MARGIN + 56, TEXT, {
      align: 'right',
      gray: 0.35,
    })
    const head = FIRST_ROW - ROW
    for (const { title: word, x } of COLUMNS) sheet.write(word, x + 3, head + 12, TEXT, { bold: true })
    const shown = rows.slice(page * ROWS_A_SHEET, (page + 1) * ROWS_A_SHEET)
    shown.forEach((row, index) => {
      const y = FIRST_ROW + index * ROW + 12
      const cells = [
        ...[row.no, row.name, stateWord(row.state, replyMode, row.closed)],
        ...[row.at === undefined ? '' : sayTime(row.at), sayLine(row)],
      ]
      cells.forEach((text, at) => {
        const column = COLUMNS[at]
        if (column) sheet.write(fitText(text, column.width - 4, TEXT), column.x + 3, y, TEXT)
      })
    })
    const end = FIRST_ROW + shown.length * ROW
    for (let line = head; line <= end; line += ROW) sheet.rule(MARGIN, line, RIGHT, line, { width: 0.4, gray: 0.5 })
    for (const x of [...COLUMNS.map((column) => column.x), RIGHT])
      sheet.rule(x, head, x, end, { width: 0.4, gray: 0.5 })
    return sheet
  })
}

/** Who signed; or who was told how by whom. */
function sayLine({ signer = '', state, followUps }: Board['rows'][number]): string {
  const last = followUps.at(-1)
  if (state !== 'followed' || !last) return state === 'signed' ? signer : ''
  return [`${FOLLOW_UP_WORDS[last.way]}告知${last.told}`, last.by, last.result].filter(Boolean).join('，')
}
