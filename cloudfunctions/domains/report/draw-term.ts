// Decides how a term looks on paper: figures, three questions as bars with numbers, what is open until when (G13).
import { beijingDay } from '@class-pact/core/calendar'
import type { Figures, Instant, OpenItem } from '@class-pact/core/contract'
import { fitText } from '../../common/files/lay-text'
import { A4, openSheet, type Sheet } from '../../common/files/write-pdf'

export interface TermHead {
  school: string
  /** 三（2）班, or 全校 */
  place: string
  term: { from: string; to: string }
  now: Instant
}

export interface Bar {
  label: string
  /** 0…1 of the whole length. */
  share: number
  /** 38/40 */
  value: string
}

export interface Question {
  title: string
  bars: readonly Bar[]
}

const MARGIN = 44
const RIGHT = A4.width - MARGIN
const BOTTOM = A4.height - MARGIN - 34
const TEXT = 9.5
const LINE = 15
const LABEL = 92
const VALUE = 66
const BAR = { x: MARGIN + LABEL, width: RIGHT - MARGIN - LABEL - VALUE, height: 8 } as const
/** Light enough that the number beside it is what is read. */
const BAR_GRAY = 0.55
const TRACK_GRAY = 0.92

const OPEN_TITLES: Record<OpenItem['kind'], (item: OpenItem) => string> = {
  notice: ({ title, count }) => `通知《${title}》还有${String(count)}人没通知到`,
  register: ({ title, count }) => `台账《${title}》还差${String(count)}`,
  part: ({ title }) => `《${title}》待办`,
  seat: ({ count }) => `${String(count)}个孩子没有家长在线`,
}

const percent = (rate: number | undefined) => (rate === undefined ? '无' : `${String(Math.floor(rate * 100))}%`)

/** At least one page; what does not fit goes on on the next. */
export function drawTerm(
  head: TermHead,
  figures: Figures,
  questions: readonly Question[],
  open: readonly (OpenItem & { place?: string })[],
): Sheet[] {
  const sheets: Sheet[] = []
  let y = 0
  let sheet = openPage()
  function openPage(): Sheet {
    const page = openSheet()
    sheets.push(page)
    drawHead(page, head)
    y = MARGIN + 84
    return page
  }
  /** @param height what has to stay together */
  const room = (height: number) => {
    if (y + height > BOTTOM) sheet = openPage()
  }
  for (const line of sumUp(figures)) {
    sheet.write(line, MARGIN, y, 10.5)
    y += 18
  }
  for (const { title, bars } of questions) {
    if (bars.length === 0) continue
    room(3 * LINE)
    y += 12
    sheet.write(title, MARGIN, y, 11, { bold: true })
    y += 18
    for (const bar of bars) {
      room(LINE)
      drawBar(sheet, bar, y)
      y += LINE
    }
  }
  room(3 * LINE)
  y += 12
  sheet.write('还没有办完的', MARGIN, y, 11, { bold: true })
  y += 18
  if (open.length === 0) sheet.write('没有。', MARGIN, y, TEXT)
  for (const item of open) {
    room(LINE)
    const until = item.until === undefined ? '' : `${beijingDay(item.until)}${item.overdue ? '，已逾期' : '前'}`
    const said = `${item.place ? `${item.place}　` : ''}${OPEN_TITLES[item.kind](item)}`
    sheet.write(fitText(said, RIGHT - MARGIN - 110, TEXT), MARGIN, y, TEXT)
    sheet.write(until, RIGHT, y, TEXT, { align: 'right' })
    y += LINE
  }
  sheets.forEach((page, at) => drawFoot(page, at + 1, sheets.length))
  return sheets
}

function drawHead(sheet: Sheet, { school, place, term, now }: TermHead): void {
  sheet.write(school, A4.width / 2, MARGIN + 8, 11, { align: 'center' })
  sheet.write(`${place}学期报告`, A4.width / 2, MARGIN + 32, 16, { align: 'center', bold: true })
  sheet.write(`${term.from}至${term.to}`, MARGIN, MARGIN + 56, TEXT)
  sheet.write(`${beijingDay(now)}打印`, RIGHT, MARGIN + 56, TEXT, { align: 'right', gray: 0.35 })
  sheet.rule(MARGIN, MARGIN + 64, RIGHT, MARGIN + 64, { width: 0.6, gray: 0.5 })
}

function drawFoot(sheet: Sheet, page: number, pages: number): void {
  sheet.write('督查人签名：', MARGIN, A4.height - MARGIN, TEXT)
  sheet.write('日期：', MARGIN + 220, A4.height - MARGIN, TEXT)
  sheet.write(`第${String(page)}/${String(pages)}页`, RIGHT, A4.height - MARGIN, TEXT, { align: 'right', gray: 0.35 })
}

/** The number stands beside the bar, so that paper is read without measuring. */
function drawBar(sheet: Sheet, { label, share, value }: Bar, y: number): void {
  sheet.write(fitText(label, LABEL - 8, TEXT), MARGIN, y, TEXT)
  const top = y - BAR.height
  sheet.fill([{ x: BAR.x, y: top, width: BAR.width, height: BAR.height }], TRACK_GRAY)
  const width = BAR.width * Math.min(1, Math.max(0, share))
  if (width > 0) sheet.fill([{ x: BAR.x, y: top, width, height: BAR.height }], BAR_GRAY)
  sheet.write(value, RIGHT, y, TEXT, { align: 'right' })
}

function sumUp(figures: Figures): string[] {
  const { children, notices, entries, signed, followed, reachedRate, signRate, seats, attendance, overrides } = figures
  return [
    `孩子${String(children)}人，家长席位：没有${String(seats[0])}人，一位${String(seats[1])}人，两位${String(seats[2])}人`,
    `通知${String(notices)}份，应签收${String(entries)}人次，家长已签${String(signed)}，电话纸质${String(followed)}`,
    `签收率${percent(signRate)}，通知到率${percent(reachedRate)}，出勤率${percent(attendance.rate)}`,
    `紧急通道${String(overrides ?? 0)}次，不能发${String(figures.refusals ?? 0)}次，先审核${String(figures.held ?? 0)}次`,
  ]
}
