// Decides what a table means that somebody pasted: times, days, subjects, and which line cannot be read (E23).
import { isSubject, limits } from '../wire'
import { USUAL_PERIODS } from './check-week'
import type { Period } from './lesson-at'

/** no_days: no line names weekdays. no_time: a lesson without a time. time: one that ends before it begins, or lies over another. */
export interface PasteProblem {
  /** As they stand in what was pasted, from 1 on. */
  line: number
  code: 'no_days' | 'no_lessons' | 'no_time' | 'time' | 'subject' | 'too_many'
  /** What stands there. */
  text?: string
}

export type PasteReading = { ok: true; periods: Period[]; days: string[][] } | { ok: false; problems: PasteProblem[] }

const WEEKDAY = /^(?:周|星期|礼拜)?([一二三四五六日天])$/
const WEEKDAYS = '一二三四五六日'
const TIME_RANGE = /(\d{1,2})[:：.](\d{2})\s*(?:[-—–~～至到]+)\s*(\d{1,2})[:：.](\d{2})/
const NUMBERED = /第?\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*节?/
const NUMERALS = '一二三四五六七八九十'
/** 语文（王老师）: what stands in brackets behind a subject is not it. */
const IN_BRACKETS = /[（(][^（()）]*[)）]\s*$/
const NO_LESSON = /^[/／\-—–·.、\s]*$|^(?:无|空)$/

interface Line {
  at: number
  cells: string[]
}

/**
 * Reads what was pasted. A title above the table and columns beside it (上午, 下午) do no harm.
 * @param known the times of the class's lessons so far: 第2节 means the second of them
 */
export function readPasted(text: string, known: readonly Period[] = USUAL_PERIODS): PasteReading {
  const lines = splitTable(text)
  const head = lines.findIndex(({ cells }) => weekdaysIn(cells).length > 1)
  const columns = weekdaysIn(lines[head]?.cells ?? [])
  if (columns.length === 0) return fail({ line: 1, code: 'no_days' })
  const first = Math.min(...columns.map(({ column }) => column))
  const problems: PasteProblem[] = []
  const rows: { period: Period; line: number; lessons: string[] }[] = []
  for (const { at, cells } of lines.slice(head + 1)) {
    const lessons = columns.map(({ column }) => readSubject(cells[column] ?? ''))
    // 午休, 大课间: a line without lessons.
    if (!lessons.some(Boolean)) continue
    const label = cells.slice(0, first).join(' ')
    const period = readPeriod(label, known)
    if (!period) problems.push({ line: at, code: 'no_time', ...(label.trim() && { text: label.trim() }) })
    for (const lesson of lessons)
      if (lesson && !fitsSubject(lesson)) problems.push({ line: at, code: 'subject', text: lesson })
    if (period) rows.push({ period, line: at, lessons })
  }
  for (const [at, { period, line }] of rows.entries())
    if (period.from >= period.to || period.from < (rows[at - 1]?.period.to ?? ''))
      problems.push({ line, code: 'time', text: `${period.from}-${period.to}` })
  const [surplus] = rows.slice(limits.PERIODS_MAX)
  if (surplus) problems.push({ line: surplus.line, code: 'too_many' })
  if (problems.length > 0) return fail(...problems.sort((one, other) => one.line - other.line))
  if (rows.length === 0) return fail({ line: lines[head]?.at ?? 1, code: 'no_lessons' })
  const last = Math.max(...columns.map(({ weekday }) => weekday))
  const days = Array.from({ length: last }, (_, day) => {
    const place = columns.findIndex(({ weekday }) => weekday === day + 1)
    return rows.map(({ lessons }) => lessons[place] ?? '')
  })
  return { ok: true, periods: rows.map(({ period }) => period), days }
}

const fail = (...problems: PasteProblem[]): PasteReading => ({ ok: false, problems })

const fitsSubject = (lesson: string) => isSubject(lesson) && lesson.length <= limits.LABEL_MAX

/** Which columns are which day, Monday 1. */
function weekdaysIn(cells: readonly string[]): { column: number; weekday: number }[] {
  return cells.flatMap((cell, column) => {
    const [, named] = WEEKDAY.exec(cell.replace(/\s/g, '')) ?? []
    return named ? [{ column, weekday: WEEKDAYS.indexOf(named === '天' ? '日' : named) + 1 }] : []
  })
}

function readSubject(cell: string): string {
  const [line = ''] = cell.trim().split('\n')
  const subject = line.replace(IN_BRACKETS, '').trim()
  return NO_LESSON.test(subject) ? '' : subject
}

function readPeriod(label: string, known: readonly Period[]): Period | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = TIME_RANGE.exec(label) ?? []
  if (fromHour && fromMinute && toHour && toMinute) {
    const period = { from: clockOf(fromHour, fromMinute), to: clockOf(toHour, toMinute) }
    return isClock(period.from) && isClock(period.to) ? period : undefined
  }
  const [, number] = NUMBERED.exec(label) ?? []
  return number ? known[numberOf(number) - 1] : undefined
}

const clockOf = (hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`
const isClock = (clock: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(clock)

/** 3, 三, 十, 十二 */
function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written)
  const [tens = '', ones = ''] = written.length === 2 ? written : ['', written]
  return (tens === '十' ? 10 : 0) + NUMERALS.indexOf(ones) + 1
}

/** Lines and cells as spreadsheets copy them: tabs, and quotation marks around a cell of several lines. */
function splitTable(text: string): Line[] {
  const lines: Line[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let at = 1
  let begun = 1
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
  }
  const endLine = () => {
    endCell()
    if (cells.some(Boolean)) lines.push({ at: begun, cells })
    cells = []
    begun = at + 1
  }
  for (const sign of text.replace(/\r\n?/g, '\n')) {
    if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (sign === '\t' && !quoted) endCell()
    else if (sign === '\n' && !quoted) endLine()
    else cell += sign
    if (sign === '\n') at++
  }
  endLine()
  return lines
}
