// Decides what a roster file says: which rows are children, of which class, and what is left out.
import type { RosterProblem } from './contract'
import { isEmptyRow, lettersOf, mergeOver, readCompact, readDay, readText } from './cells'
import { checkChildren } from './checks'
import { findClassName, findGrade, gradeOfYear, parseClassName, type ClassName, type Grade } from './class-name'
import { readColumns, type Column } from './columns'
import { findLists, type List } from './lists'
import { settleMarks, type MarkedRow } from './marks'
import { readName } from './names'
import { maskValue, shorten, readAt, readContacts, readNicknames, readNumber } from './people'
import { askAboutColumns, describeColumns, staffPhonesOf } from './describe'
import { dropShared } from './shared'
import type { Cell, ReadingOptions, Roster, Sheet } from './types'

/** A child's row before its class is settled. */
interface Found {
  list: List
  columns: Column[]
  /** 0-based. */
  row: number
  context: Context
}

/** What titles above a list, or the sheet's name, say about the class. */
interface Context {
  className?: ClassName
  grade?: Grade
}

interface Reading {
  roster: Roster
  rows: MarkedRow[]
  options: ReadingOptions
  staffPhones: Set<string>
  /** Remarks made already, so that a class named by its year is told of once. */
  told: Set<string>
}

const TOTALS = /^(?:合计|总计|小计|共计|总人数|人数|共\d+人|\d+人)/
const REMARK = /^(?:注|备注|说明|填表|制表|审核|填报|日期|班主任|联系人|校长|园长|签字|盖章|打印)/
/** A class that stands once for all below it, where cells are not merged: at most this share of rows names it. */
const SPARSE_SHARE = 0.5
/** A row above a list with more cells than this is no title. */
const TITLE_CELLS_MAX = 3
/** Excel dates a class 3-2 in the year it is typed; a file may be a year or two old. */
const DATED_YEARS = 2

/** Reads every list of every sheet, and names what it does not read. */
export function readRoster(sheets: readonly Sheet[], options: ReadingOptions = {}): Roster {
  const roster: Roster = { rows: 0, children: [], problems: [], columns: [], questions: [], written: new Map() }
  const reading: Reading = { roster, rows: [], options, staffPhones: new Set(), told: new Set() }
  const hidden = { sheets: 0, rows: 0 }
  for (const sheet of sheets) {
    if (sheet.rows.every(isEmptyRow)) continue
    if (sheet.hidden && !options.choices?.hidden) {
      hidden.sheets++
      roster.problems.push({ sheet: sheet.name, row: 0, code: 'sheet_hidden', blocking: true })
      continue
    }
    hidden.rows += readSheet(sheet, reading)
  }
  if (hidden.sheets + hidden.rows > 0) roster.questions.push({ code: 'hidden', ...hidden })
  const { children, problems } = settleMarks(reading.rows)
  const settled = { ...roster, children, problems: [...roster.problems, ...problems] }
  return checkChildren(dropShared(settled, reading.staffPhones))
}

/** Gives the number of hidden rows that stay out. */
function readSheet(sheet: Sheet, reading: Reading): number {
  const { roster, options } = reading
  const remark = (code: RosterProblem['code'], row: number, more: Partial<RosterProblem> = {}) =>
    roster.problems.push({ sheet: sheet.name, row, code, blocking: false, ...more })
  if (sheet.beyond) {
    remark('cells_beyond', sheet.beyond.row + 1, { column: lettersOf(sheet.beyond.column) })
  }
  const lists = findLists(sheet, options.choices)
  if (lists.length === 0) {
    const value = sheet.rows.flatMap((row) => row.map(readText)).find(Boolean) ?? ''
    remark('sheet_skipped', 0, { value: maskValue(value) })
    return 0
  }
  const found: Found[] = []
  let hidden = 0
  for (const list of lists) {
    const columns = readColumns(list, options)
    describeColumns(list, columns, roster)
    askAboutColumns(list, columns, roster)
    for (const phone of staffPhonesOf(list, columns)) reading.staffPhones.add(phone)
    const { rows, skipped } = findChildren(list, columns, lists)
    for (const { row, value } of skipped) remark('row_skipped', row + 1, { value: shorten(value) })
    for (const each of rows) {
      const isHidden = sheet.hiddenRows?.has(each.row) && !options.choices?.hidden
      if (!isHidden) found.push(each)
      else {
        hidden++
        remark('row_hidden', each.row + 1, { blocking: true })
      }
    }
  }
  const classes = fillSparseClasses(found)
  found.forEach((each, at) => understand(each, classes[at] ?? '', reading))
  askForClasses(sheet, found, classes, reading)
  return hidden
}

/** The same rows of a sheet, seen through one list's columns only. */
function cellsOf({ sheet, left, right }: List, row: number): Cell[] {
  return (sheet.rows[row] ?? []).slice(left, right)
}

function findChildren(list: List, columns: Column[], lists: readonly List[]) {
  const { sheet, top, bottom, end } = list
  const before = Math.max(-1, ...lists.filter((other) => other.bottom < top).map((other) => other.bottom))
  const above = sheet.rows.slice(before + 1, top)
  const titles = above.filter((row) => row.filter((cell) => readText(cell)).length <= TITLE_CELLS_MAX)
  const isFirst = before < 0 && lists.find((other) => other.top === top) === list
  const skipped: { row: number; value: string }[] = []
  if (isFirst) {
    above.forEach((row, at) => {
      if (!titles.includes(row)) skipped.push({ row: at, value: readText(row.find((cell) => readText(cell))) })
    })
  }
  // Beside another list a title is this list's only where it stands over it.
  const beside = lists.some((other) => other !== list && other.top === top)
  const own = beside ? titles.map((row) => titleOver(list, row)) : titles
  let context = complete(
    own.reduce<Context>(
      (known, title) => ({ ...known, ...contextOf(title.map(readText).join(' ')) }),
      contextOf(sheet.name, sheet.name),
    ),
    [sheet.name, ...own.flatMap((title) => title.map(readCompact))],
  )
  const rows: Found[] = []
  for (let row = bottom + 1; row < end; row++) {
    const title = readTitle(list, row, columns)
    if (title) context = { ...context, ...contextOf(title, title) }
    else if (isChild(list, row, columns)) rows.push({ list, columns, row, context })
    else {
      const telling = cellsOf(list, row).map(readText).filter(Boolean)
      if (telling.some((text) => !/^\d+$/.test(text))) skipped.push({ row, value: telling[0] ?? '' })
    }
  }
  return { rows, skipped }
}

/** A title over two lists is both lists'; one of two titles is the list's that it stands over. */
function titleOver({ left, right }: List, row: Cell[]): Cell[] {
  const filled = row.flatMap((cell, index) => (readText(cell) ? [index] : []))
  return filled.length < 2 ? row : row.slice(left, right)
}

function contextOf(title: string, alone?: string): Context {
  const className = (alone && parseClassName(alone)) || findClassName(title)
  const grade = findGrade(title)
  return { ...(className && { className }), ...(grade && { grade }) }
}

/** A bare number of a class (1班 on a sheet's tab) means something once a title has named the grade. */
function complete(context: Context, texts: readonly string[]): Context {
  if (context.className || !context.grade) return context
  const bare = texts.map((text) => /(?:^|\D)(\d{1,2}|[一二三四五六七八九十]{1,2})班/.exec(text)?.[1]).find(Boolean)
  const className = bare ? parseClassName(`${bare}班`, context.grade) : undefined
  return className ? { ...context, className } : context
}

/** A row with one text that names a class begins the children of that class. */
function readTitle(list: List, row: number, columns: readonly Column[]): string | undefined {
  const filled = cellsOf(list, row).map(readText).filter(Boolean)
  const [text] = filled
  if (!text || filled.length > 1 || readAt(list.sheet, row, columns, 'class')) return undefined
  return parseClassName(text) || findClassName(text) ? text : undefined
}

const NOT_TELLING: readonly string[] = ['serial', 'class', 'grade', 'staff_name', 'staff_phone', 'unknown', 'ignored']

function isChild(list: List, row: number, columns: readonly Column[]): boolean {
  const cells = cellsOf(list, row)
  if (isEmptyRow(cells)) return false
  const filled = cells.map(readCompact).filter(Boolean)
  const name = readAt(list.sheet, row, columns, 'name')
  if (filled.some((text) => TOTALS.test(text)) && !readAt(list.sheet, row, columns, 'number')) return false
  if (REMARK.test(filled[0] ?? '') && (filled.length <= 2 || !name)) return false
  if (name) return true
  return columns.some(
    ({ meaning, index }) => !NOT_TELLING.includes(meaning) && readCompact(list.sheet.rows[row]?.[index]),
  )
}

/** What stands for each row's class; where only the first row of each class names it, the rows below inherit it. */
function fillSparseClasses(found: readonly Found[]): string[] {
  const written = found.map(({ list, row, columns }) => readAt(list.sheet, row, columns, 'class'))
  const merged = found.some(({ list, columns }) => {
    const column = columns.find(({ meaning }) => meaning === 'class')
    return (
      column &&
      list.sheet.merges.some(({ left, top, bottom }) => left === column.index && bottom > top && top > list.bottom)
    )
  })
  if (merged || written.filter(Boolean).length > written.length * SPARSE_SHARE) return written
  let above = ''
  return written.map((text, index) => {
    if (found[index]?.list !== found[index - 1]?.list) above = ''
    above = text || above
    return above
  })
}

function understand({ list, columns, row, context }: Found, classText: string, reading: Reading): void {
  const { sheet } = list
  const { roster } = reading
  const at = { sheet: sheet.name, row: row + 1 }
  const report = (problem: Omit<RosterProblem, 'sheet' | 'row'>) => roster.problems.push({ ...at, ...problem })

  const { contacts, dropped } = readContacts(sheet, row, columns)
  for (const each of dropped) report({ ...each, blocking: false })
  const nameColumn = columns.find(({ meaning }) => meaning === 'name')
  const nameText = readAt(sheet, row, columns, 'name')
  const over = nameColumn && !nameText ? mergeOver(sheet, row, nameColumn.index) : undefined
  const child = over && reading.rows.find((each) => each.sheet === sheet.name && each.row === over.top + 1)
  // A child whose cell reaches over two rows: father in one, mother in the other.
  if (child) return void child.contacts.push(...contacts)
  roster.rows++
  if (!nameText) return void report({ code: 'name_missing', blocking: true })
  const { name, mark, tellsApart, suspect } = readName(nameText)
  const day = nameColumn && typeof sheet.rows[row]?.[nameColumn.index] === 'object'
  const unusable = day || suspect === 'unusable'
  if (suspect || day) report({ code: 'name_suspect', blocking: unusable, value: maskValue(nameText) })
  if (unusable) return

  const className = classOf({ list, columns, row, context }, classText, reading, report)
  if (!className) return
  const number = numberOf(sheet, row, columns, report)
  const isSame = reading.options.choices?.same?.some((each) => each.sheet === at.sheet && each.row === at.row)
  const sex = /^[男女]/.exec(readAt(sheet, row, columns, 'sex'))?.[0]
  reading.rows.push({
    ...at,
    className: className.name,
    order: className.order,
    name,
    nicknames: readNicknames(sheet, row, columns),
    contacts,
    ...(number && { number }),
    ...(mark && { mark }),
    ...(tellsApart && { tellsApart }),
    ...(sex && { sex }),
    ...(isSame && { same: true as const }),
  })
}

type Report = (problem: Omit<RosterProblem, 'sheet' | 'row'>) => void

function numberOf(sheet: Sheet, row: number, columns: readonly Column[], report: Report): string {
  const column = columns.find(({ meaning }) => meaning === 'number')
  if (!column) return ''
  const cell = sheet.rows[row]?.[column.index]
  if (typeof cell === 'object' && cell !== null) {
    report({ code: 'number_unreadable', blocking: false, column: lettersOf(column.index), value: cell.shown })
    return ''
  }
  const number = readNumber(readText(cell))
  if (!number) report({ code: 'number_missing', blocking: false })
  return number
}

/** The class of a row: as the leader says, as the cell says, as title or sheet say; undefined: it is asked. */
function classOf(
  { list, columns, row, context }: Found,
  classText: string,
  { roster, options, told }: Reading,
  report: Report,
): ClassName | undefined {
  const sheet = list.sheet.name
  const gradeText = readAt(list.sheet, row, columns, 'grade')
  const grade = findGrade(gradeText) ?? context.grade
  const column = columns.find(({ meaning }) => meaning === 'class')
  const written = classText || gradeText
  const chosen = options.choices?.classes?.find((each) => each.sheet === sheet && each.written === written)
  const tell = (code: 'class_from_date' | 'class_by_year', name: string) => {
    const value = `${classText || context.className?.name || ''} → ${name}`
    if (!told.has(`${code}${sheet}${value}`)) report({ code, blocking: false, value })
    told.add(`${code}${sheet}${value}`)
  }
  const note = (found: ClassName): ClassName => {
    if (classText && classText !== found.name.normalize('NFKC')) {
      roster.written.set(found.name, (roster.written.get(found.name) ?? new Set()).add(classText))
    }
    return found
  }
  if (chosen) {
    return note(parseClassName(chosen.className) ?? { name: chosen.className, order: NAMED_CLASS_ORDER })
  }

  const day = column && classText ? readDay(cellOver(list.sheet, row, column.index) ?? classText) : undefined
  if (day) {
    const near =
      options.schoolYear === undefined || day.year === 0 || Math.abs(day.year - options.schoolYear) <= DATED_YEARS
    const dated = near && /日|\/|-\d|^\d+-[A-Z]/.test(day.shown) ? parseClassName(`${day.month}-${day.day}`) : undefined
    if (dated) {
      tell('class_from_date', dated.name)
      return note(dated)
    }
  }
  const named =
    classText && !day
      ? (parseClassName(classText, grade) ?? parseClassName(gradeText + classText) ?? findClassName(classText))
      : classText
        ? undefined
        : context.className
  const year = named?.entrance && options.schoolYear !== undefined ? options.schoolYear : undefined
  const inYear = named && year !== undefined ? gradeOfYear(named, year) : named
  if (inYear && year !== undefined) tell('class_by_year', inYear.name)
  if (inYear) return note(inYear)
  if (written || named) {
    report({ code: 'class_unreadable', blocking: true, value: shorten(written || named?.name || '') })
  } else report({ code: 'class_missing', blocking: true })
  return undefined
}

/** As named classes of kindergartens: after the others. */
const NAMED_CLASS_ORDER = 9000

/** The cell itself, or the merged one that lies over it. */
function cellOver(sheet: Sheet, row: number, column: number): Cell | undefined {
  const merge = mergeOver(sheet, row, column)
  return merge ? sheet.rows[merge.top]?.[merge.left] : sheet.rows[row]?.[column]
}

/** One question for every text that names no class we know, and one for a list that names none at all. */
function askForClasses(sheet: Sheet, found: readonly Found[], classes: readonly string[], { roster }: Reading): void {
  const open = new Set(
    roster.problems
      .filter((problem) => problem.sheet === sheet.name && /^class_(?:unreadable|missing)$/.test(problem.code))
      .map(({ row }) => row),
  )
  const rows = new Map<string, number>()
  found.forEach(({ list, columns, row }, at) => {
    if (!open.has(row + 1)) return
    const written = classes[at] || readAt(list.sheet, row, columns, 'grade')
    rows.set(written, (rows.get(written) ?? 0) + 1)
  })
  for (const [written, count] of rows) {
    // A few rows without a class among many with one are mended in the file.
    if (written === '' && count < found.length) continue
    roster.questions.push({ code: 'class', sheet: sheet.name, written, rows: count })
  }
}
