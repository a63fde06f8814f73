// Decides what a roster file says: which rows are children, of which class, and what is wrong, row by row.
import type { RosterProblem } from '../contract'
import { isEmptyRow, readCompact, readText } from './cells'
import { checkChildren } from './checks'
import { findClassName, findGrade, parseClassName, type ClassName, type Grade } from './class-name'
import { findHeaders, type Header } from './columns'
import { maskPhone, readAt, readContacts, readName, readNicknames, readNumber } from './people'
import type { Roster, RosterRow, Sheet } from './types'

/** A child's row before its class is settled. */
interface Found {
  sheet: Sheet
  header: Header
  /** 0-based. */
  row: number
  context: Context
}

/** What titles above a list, or the sheet's name, say about the class. */
interface Context {
  className?: ClassName
  grade?: Grade
}

const TOTALS = /^(?:合计|总计|小计|共计|总人数|人数|共\d+人|\d+人)/
const REMARK = /^(?:注|备注|说明|填表|制表|审核|填报|日期|班主任|联系人|校长|园长|签字|盖章|打印)/
/** A class that stands once for all below it, where cells are not merged: at most this share of rows names it. */
const SPARSE_SHARE = 0.5

/** Reads every list of every sheet. Sheets without a heading that names children hold remarks. */
export function readRoster(sheets: readonly Sheet[]): Roster {
  const roster: Roster = { rows: 0, children: [], problems: [], columns: [] }
  for (const sheet of sheets) {
    const found = findChildren(sheet, roster)
    const classes = fillSparseClasses(found)
    found.forEach((each, index) => understand(each, classes[index] ?? '', roster))
  }
  return checkChildren(roster)
}

function findChildren(sheet: Sheet, roster: Roster): Found[] {
  const headers = findHeaders(sheet)
  const bySheetName: Context = contextOf(sheet.name, sheet.name)
  const found: Found[] = []
  headers.forEach((header, at) => {
    for (const { header: text, meaning } of header.columns) {
      if (!roster.columns.some((known) => known.header === text)) roster.columns.push({ header: text, meaning })
    }
    const before = headers[at - 1]?.bottom ?? -1
    const titles = sheet.rows
      .slice(before + 1, header.top)
      .filter((row) => row.filter((cell) => readText(cell)).length <= 3)
    let context = complete(
      titles.reduce<Context>(
        (known, title) => ({ ...known, ...contextOf(title.map(readText).join(' ')) }),
        bySheetName,
      ),
      [sheet.name, ...titles.flatMap((title) => title.map(readCompact))],
    )
    const end = headers[at + 1]?.top ?? sheet.rows.length
    for (let row = header.bottom + 1; row < end; row++) {
      const title = readTitle(sheet, row, header)
      if (title) context = { ...context, ...contextOf(title, title) }
      else if (isChild(sheet, row, header)) found.push({ sheet, header, row, context })
    }
  })
  return found
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
function readTitle(sheet: Sheet, row: number, header: Header): string | undefined {
  const filled = (sheet.rows[row] ?? []).map(readText).filter(Boolean)
  const [text] = filled
  if (!text || filled.length > 1 || readAt(sheet, row, header, 'class')) return undefined
  return parseClassName(text) || findClassName(text) ? text : undefined
}

function isChild(sheet: Sheet, row: number, header: Header): boolean {
  const cells = sheet.rows[row] ?? []
  if (isEmptyRow(cells)) return false
  const texts = cells.map(readCompact)
  const filled = texts.filter(Boolean)
  const name = readAt(sheet, row, header, 'name')
  if (filled.some((text) => TOTALS.test(text)) && !readAt(sheet, row, header, 'number')) return false
  if (REMARK.test(filled[0] ?? '') && (filled.length <= 2 || !name)) return false
  if (name) return true
  const telling = header.columns.filter(
    ({ meaning }) => meaning !== 'serial' && meaning !== 'class' && meaning !== 'grade',
  )
  return telling.some(({ index }) => texts[index])
}

/** What stands for each row's class; where only the first row of each class names it, the rows below inherit it. */
function fillSparseClasses(found: readonly Found[]): string[] {
  const written = found.map(({ sheet, row, header }) => readAt(sheet, row, header, 'class'))
  const merged = found.some(({ sheet, header }) => {
    const column = header.columns.find(({ meaning }) => meaning === 'class')
    return (
      column &&
      sheet.merges.some(({ left, top, bottom }) => left === column.index && bottom > top && top > header.bottom)
    )
  })
  if (merged || written.filter(Boolean).length > written.length * SPARSE_SHARE) return written
  let above = ''
  return written.map((text, index) => {
    if (found[index]?.header !== found[index - 1]?.header) above = ''
    above = text || above
    return above
  })
}

function understand({ sheet, header, row, context }: Found, classText: string, roster: Roster): void {
  roster.rows++
  const at = { sheet: sheet.name, row: row + 1 }
  const report = (problem: Omit<RosterProblem, 'sheet' | 'row'>) => roster.problems.push({ ...at, ...problem })

  const { contacts, wrongPhones } = readContacts(sheet, row, header)
  for (const phone of wrongPhones) report({ code: 'phone_invalid', blocking: false, value: maskPhone(phone) })
  const nameText = readAt(sheet, row, header, 'name')
  if (!nameText) return void report({ code: 'name_missing', blocking: true })
  const { name, suspect } = readName(nameText)
  if (suspect) report({ code: 'name_suspect', blocking: suspect === 'unusable', value: nameText })
  if (suspect === 'unusable') return

  const gradeText = readAt(sheet, row, header, 'grade')
  const grade = findGrade(gradeText) ?? context.grade
  const className = classText
    ? (parseClassName(classText, grade) ?? parseClassName(gradeText + classText))
    : context.className
  if (!className) {
    if (classText) report({ code: 'class_unreadable', blocking: true, value: classText })
    else report({ code: 'class_missing', blocking: true })
    return
  }
  const number = readNumber(readAt(sheet, row, header, 'number'))
  const numbered = header.columns.some(({ meaning }) => meaning === 'number')
  if (numbered && !number) report({ code: 'number_missing', blocking: false })
  const child: RosterRow = {
    ...at,
    className: className.name,
    order: className.order,
    name,
    nicknames: readNicknames(sheet, row, header),
    contacts,
    ...(number && { number }),
  }
  roster.children.push(child)
}
