// Decides how a board becomes a workbook: a row a child, its state, times, signer and all its follow-ups (X01, X04).
import * as SheetJS from '@e965/xlsx'
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { Board, Instant } from '@class-pact/core/contract'
import { sayFollowUp, stateWord } from '@class-pact/core/slip-words'
import { sayCounts } from './draw-list'

const HEADERS = ['座号', '姓名', '状态', '时间', '签收人', '跟进记录'] as const
/** Widths of the columns, characters. */
const WIDTHS = [6, 12, 12, 18, 16, 60]
/** A cell that begins so is a formula to whoever opens the table as text (OWASP: CSV injection). */
const FORMULA = /^[=+\-@\t\r]/

export function writeTable(board: Board): Buffer {
  const { rows, title, className, replyMode } = board
  const cells = [
    [`${className}　${title}`],
    [sayCounts(board)],
    [...HEADERS],
    ...rows.map(({ no, name, state, at, signer = '', closed, followUps }) => [
      ...[no, name, stateWord(state, replyMode, closed), at === undefined ? '' : sayMinute(at), signer],
      followUps.map((each) => sayFollowUp(each, sayMinute(each.at))).join('；'),
    ]),
  ]
  const sheet = SheetJS.utils.aoa_to_sheet(cells.map((row) => row.map(harmless)))
  sheet['!cols'] = WIDTHS.map((wch) => ({ wch }))
  const book = SheetJS.utils.book_new()
  SheetJS.utils.book_append_sheet(book, sheet, '回执')
  return SheetJS.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

/** Always text, never a formula: an apostrophe is how tables say so. */
const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

/** 2026-09-01 10:00 */
const sayMinute = (at: Instant) => `${beijingDay(at)} ${beijingClock(at)}`
