// Decides how paper slips look: one a child, several a sheet where the notice is short, each with its code (N08, X04).
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'
import type { Letter } from '@class-pact/core/notice'
import { drawQr } from '../../common/files/draw-qr'
import { NO_LETTER, breakLines, fitText, measureText, printable } from '../../common/files/lay-text'
import { A4, openSheet, type Sheet } from '../../common/files/write-pdf'

export interface PaperSlip {
  no: string
  name: string
  /** What a teacher scans: it says nothing about the child. */
  code: string
}

export interface PaperNotice extends Pick<Letter, 'title' | 'paragraphs' | 'issuer' | 'day'> {
  schoolName: string
  className: string
  /** 时间：9月4日 8:00—15:30 */
  facts: string[]
  version: number
  deadline?: Instant
}

export interface DrawnSlips {
  sheets: Sheet[]
  /** The text is longer than a slip: the last sheets have it whole. */
  annex: boolean
}

const MARGIN = 34
const WIDTH = A4.width - 2 * MARGIN
const RIGHT = A4.width - MARGIN
const GAP = 12
const SMALL = 9
const TEXT = 11
const LINE = 16
const TITLE = 14
/** A code of this side is read by every phone from a hand's breadth: 25 mm. */
const CODE = 71
/** School, child and title beside the code. */
const HEAD = CODE + 22
/** What to do, who asks, and the three lines to be filled in. */
const FOOT = 66
/** Between two slips, with the line to cut along. */
const CUT = 24
const SHEET_HEIGHT = A4.height - 2 * MARGIN
/** Of a text that does not fit on one sheet so many lines stand on the slip: two slips a sheet. */
const BEGINNING = 10
const INDENT = '　　'

/** @param slips in the order of the roll */
export function drawSlips(notice: PaperNotice, slips: readonly PaperSlip[]): DrawnSlips {
  const lines = layBody(notice, TEXT)
  const annex = heightOf(lines.length) > SHEET_HEIGHT
  const shown = annex ? lines.slice(0, BEGINNING) : lines
  const height = heightOf(shown.length + (annex ? 1 : 0))
  const each = Math.max(1, Math.floor((SHEET_HEIGHT + CUT) / (height + CUT)))
  const sheets: Sheet[] = []
  for (let from = 0; from < slips.length; from += each) {
    const sheet = openSheet()
    slips.slice(from, from + each).forEach((slip, index) => {
      const top = MARGIN + index * (height + CUT)
      if (index > 0) drawCut(sheet, top - CUT / 2)
      drawSlip(sheet, notice, slip, { top, height, shown, annex })
    })
    sheets.push(sheet)
  }
  return { sheets: annex ? [...sheets, ...drawAnnex(notice)] : sheets, annex }
}

const heightOf = (lines: number) => HEAD + lines * LINE + FOOT

function layBody({ paragraphs, facts }: PaperNotice, size: number): string[] {
  return [...paragraphs, ...facts].flatMap((paragraph) => breakLines(INDENT + paragraph, WIDTH, size))
}

interface Layout {
  top: number
  height: number
  shown: readonly string[]
  annex: boolean
}

function drawSlip(sheet: Sheet, notice: PaperNotice, { no, name, code }: PaperSlip, layout: Layout): void {
  const { schoolName, className, title, issuer, day, deadline, version } = notice
  const { top, height, shown, annex } = layout
  const beside = WIDTH - CODE - 16
  sheet.fill(drawQr(code, { x: RIGHT - CODE, y: top, side: CODE }))
  sheet.write('老师扫码登记', RIGHT - CODE / 2, top + CODE + 12, 8, { align: 'center', gray: 0.35 })
  const unprinted = printable(name).includes(NO_LETTER) ? `　${NO_LETTER}处请手写补上` : ''
  const origin = `${schoolName}　${className}　纸质回执单${unprinted}`
  sheet.write(fitText(origin, beside, SMALL), MARGIN, top + 10, SMALL, { gray: 0.35 })
  sheet.write(fitText(`${no}号　${name}　家长：`, beside, TITLE), MARGIN, top + 34, TITLE, { bold: true })
  const titles = breakLines(title, beside, TITLE).slice(0, 2)
  titles.forEach((line, index) => sheet.write(line, MARGIN, top + 58 + index * 19, TITLE, { bold: true }))

  const body = annex ? [...shown, '（下面还有，全文见附页）'] : shown
  body.forEach((line, index) => sheet.write(line, MARGIN, top + HEAD + (index + 1) * LINE - 4, TEXT))

  const foot = top + height - FOOT
  const until = deadline === undefined ? '' : `${sayTime(deadline)}前`
  const edition = version > 1 ? `（第${version}版）` : ''
  const asked = `请家长阅读后签字，${until}交回班主任。${edition}`
  sheet.write(asked, MARGIN, foot + 20, TEXT)
  const rest = WIDTH - measureText(asked, TEXT) - GAP
  sheet.write(fitText(`${issuer}　${longDay(day)}`, rest, SMALL), RIGHT, foot + 20, SMALL, { align: 'right' })
  drawBlanks(sheet, foot + 54)
}

/** 家长签字 与孩子的关系 日期, each with a line to write on. */
function drawBlanks(sheet: Sheet, y: number): void {
  const blank = (label: string, x: number, from: number, to: number) => {
    sheet.write(label, x, y, TEXT)
    sheet.rule(from, y + 3, to, y + 3)
  }
  blank('家长签字', MARGIN, MARGIN + 48, MARGIN + 188)
  blank('与孩子的关系', MARGIN + 202, MARGIN + 271, MARGIN + 349)
  sheet.write('日期', MARGIN + 363, y, TEXT)
  const [year, month, date] = [MARGIN + 388, MARGIN + 442, MARGIN + 480]
  for (const [from, word] of [
    [year, '年'],
    [month, '月'],
    [date, '日'],
  ] as const) {
    const to = from + (from === year ? 40 : 24)
    sheet.rule(from, y + 3, to, y + 3)
    sheet.write(word, to + 1, y, TEXT)
  }
}

function drawCut(sheet: Sheet, y: number): void {
  sheet.rule(0, y, A4.width, y, { dash: 4, gray: 0.45 })
  sheet.write('沿线剪开', A4.width / 2, y - 3, 7, { align: 'center', gray: 0.45 })
}

/** The whole text, once: to be copied for whoever gets a slip. */
function drawAnnex(notice: PaperNotice): Sheet[] {
  const { schoolName, className, title, issuer, day } = notice
  const size = 12
  const line = 20
  const heads = breakLines(title, WIDTH, 16)
  const rows = [
    ...layBody(notice, size).map((text) => ({ text, end: false })),
    { text: `${issuer}　${longDay(day)}`, end: true },
  ]
  const sheets: Sheet[] = []
  let y = Infinity
  for (const { text, end } of rows) {
    if (y > A4.height - MARGIN - line) {
      const sheet = openSheet()
      sheet.write(`${schoolName}　${className}　附页${sheets.length + 1}：通知全文`, MARGIN, MARGIN + 6, SMALL, {
        gray: 0.35,
      })
      y = MARGIN + 34
      if (sheets.length === 0) {
        for (const head of heads) {
          sheet.write(head, A4.width / 2, y, 16, { align: 'center', bold: true })
          y += 26
        }
      }
      sheets.push(sheet)
    }
    sheets
      .at(-1)
      ?.write(end ? fitText(text, WIDTH, size) : text, end ? RIGHT : MARGIN, y, size, { align: end ? 'right' : 'left' })
    y += line
  }
  return sheets
}

const partsOf = (day: Day) => day.split('-').map(Number)

/** 2026年9月1日 */
export function longDay(day: Day): string {
  const [year, month, date] = partsOf(day)
  return `${year}年${month}月${date}日`
}

/** 9月2日18:00 */
export function sayTime(at: Instant): string {
  const [, month, date] = partsOf(beijingDay(at))
  return `${month}月${date}日${beijingClock(at)}`
}
