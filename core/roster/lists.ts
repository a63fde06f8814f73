// Decides where lists of children stand on a sheet: below one another, side by side, each under its own headings.
import { columnAt, mergeOver, readCompact } from './cells'
import { isChildHeading, readHeading, type Heading } from './headings'
import type { RosterChoices, RosterMeaning } from './contract'
import type { Sheet } from './types'

/** One heading of a list. */
export interface Label {
  index: number
  text: string
  /** The heading over it: 父亲 over 姓名. */
  group: string
  heading: Heading | undefined
}

export interface List {
  sheet: Sheet
  /** First and last row of the headings, 0-based. */
  top: number
  bottom: number
  /** Columns that are this list's, `right` not included. */
  left: number
  right: number
  /** First row that is not this list's any more. */
  end: number
  labels: Label[]
  /** A second 姓名 of the row that may be a parent's, or another list's. */
  second?: { index: number; taken: 'list' | 'family' }
}

/** What the leader says a column is. */
export function chosenFor(
  choices: RosterChoices | undefined,
  sheet: string,
  headingRow: number,
  index: number,
): RosterMeaning | undefined {
  const fitting = (choices?.columns ?? []).filter(
    (each) =>
      each.sheet === sheet &&
      columnAt(each.column) === index &&
      (each.row === undefined || each.row === headingRow + 1),
  )
  return (fitting.find(({ row }) => row !== undefined) ?? fitting[0])?.meaning
}

/** The lists of a sheet, top to bottom, left to right. */
export function findLists(sheet: Sheet, choices: RosterChoices | undefined): List[] {
  const texts = sheet.rows.map((row) => row.map(readCompact))
  const lists: List[] = []
  for (let row = 0; row < texts.length; row++) {
    const found = readHeadingRow(sheet, texts, row, lists, choices)
    if (found.length === 0) continue
    for (const list of found) {
      for (const above of lists) {
        if (above.end > list.top && above.left < list.right && list.left < above.right) above.end = list.top
      }
    }
    lists.push(...found)
    row = Math.max(...found.map(({ bottom }) => bottom))
  }
  claimColumns(sheet, lists)
  return lists
}

/** Headings hold no phone numbers, serials or long digits. */
function hasData(texts: readonly string[]): boolean {
  return texts.some((text) => /^\d+$|\d{5,}/.test(text))
}

const knownOf = (labels: readonly string[]) => labels.filter((text) => readHeading(text) !== undefined).length
const GROUP = /^[^:]*(?:信息|情况|家长|监护人|学生|幼儿|父|母|妈|爸|联系|基本|亲属|家庭|成员|老师|班主任|序号)[^:]*$/
const GROUP_LENGTH_MAX = 10

/** Headings over headings: 学生信息, 家长1, 母亲. */
function isGroups(row: readonly string[]): boolean {
  const filled = row.filter(Boolean)
  return filled.length >= 2 && filled.every((text) => GROUP.test(text) && text.length <= GROUP_LENGTH_MAX)
}

function readHeadingRow(
  sheet: Sheet,
  texts: string[][],
  row: number,
  lists: readonly List[],
  choices: RosterChoices | undefined,
): List[] {
  const own = texts[row] ?? []
  if (!own.some((text) => readHeading(text)?.kind === 'name')) return []
  const isName = (index: number) => {
    const heading = readHeading(own[index] ?? '')
    return heading?.kind === 'name' && isChildHeading(heading)
  }
  // A list that goes on beside this row keeps its columns.
  const going = lists.filter(({ end, left, right }) => {
    const within = own.slice(left, right)
    return end > row && !within.some((_, at) => isName(left + at)) && knownOf(within) < 2
  })
  const free = (index: number) => !going.some(({ left, right }) => index >= left && index < right)
  const mine = own.map((text, index) => (free(index) ? text : ''))
  const filled = mine.filter(Boolean).length
  if (!mine.some((_, index) => mine[index] && isName(index)) || (knownOf(mine) < 2 && filled > 1) || hasData(mine))
    return []

  const above = (texts[row - 1] ?? []).map((text, index) => (free(index) ? text : ''))
  const below = (texts[row + 1] ?? []).map((text, index) => (free(index) ? text : ''))
  const firstName = mine.findIndex((_, index) => isName(index))
  // 学生 over 姓名 is a heading over headings.
  if (readHeading(below[firstName] ?? '')?.kind === 'name' && !hasData(below)) return []
  const grouped = isGroups(above) && !lists.some(({ bottom, end }) => bottom === row - 1 && end > row - 1)
  const continued = !below[firstName] && knownOf(below) >= 1 && !hasData(below)
  const [top, bottom] = [grouped ? row - 1 : row, continued ? row + 1 : row]
  const labels = readLabels(sheet, texts, top, bottom).filter(({ index }) => free(index))
  return splitLists(sheet, labels, top, bottom, choices)
}

function readLabels(sheet: Sheet, texts: string[][], top: number, bottom: number): Label[] {
  const width = Math.max(0, ...texts.slice(top, bottom + 1).map((row) => row.length))
  const labels: Label[] = []
  let group = ''
  for (let index = 0; index < width; index++) {
    const upper = texts[top]?.[index] ?? ''
    const lower = top === bottom ? '' : (texts[bottom]?.[index] ?? '')
    if (upper) group = upper
    const over = mergeOver(sheet, top, index)
    const spanned = upper || (over || lower ? group : '')
    const shared = over && over.top === top && !lower ? (texts[top]?.[over.left] ?? '') : ''
    const text = top === bottom ? upper || shared : lower || upper || shared
    if (!text) continue
    const itself = readHeading(text)
    const inGroup = lower && spanned !== lower ? readHeading(`${spanned}${lower}`) : undefined
    const plain = !itself?.owner || /^(?:姓名|名字)$/.test(text)
    const heading = inGroup && plain ? inGroup : itself
    labels.push({ index, text, group: lower && spanned !== lower ? spanned : '', heading })
  }
  return labels
}

/** A second 姓名 in one row of headings begins a second list, or is a parent's; the leader's word counts first. */
function splitLists(
  sheet: Sheet,
  labels: Label[],
  top: number,
  bottom: number,
  choices: RosterChoices | undefined,
): List[] {
  const chosen = ({ index }: Label) => chosenFor(choices, sheet.name, bottom, index)
  const names = labels.filter((label) => {
    const meaning = chosen(label)
    if (meaning) return meaning === 'name'
    return label.heading?.kind === 'name' && isChildHeading(label.heading)
  })
  const [first, ...others] = names
  if (!first) return []
  const before = labels.slice(0, labels.indexOf(first))
  const starts: Label[] = [labels[0] ?? first]
  let second: List['second']
  others.forEach((name, at) => {
    const previous = labels.indexOf(names[at] ?? first)
    const next = others[at + 1]
    const between = labels.slice(previous + 1, labels.indexOf(name))
    const led = trailing(between, ({ text }) => before.some((label) => label.text === text))
    const until = next ? labels.indexOf(next) : labels.length
    const following = labels.slice(labels.indexOf(name), until)
    const childlike = [...led, ...following.slice(1)].some(({ heading }) => heading && isChildHeading(heading))
    const gap = name.index - (labels[labels.indexOf(name) - 1]?.index ?? name.index) > 1
    const alike = sameTexts(following, labels.slice(labels.indexOf(first), labels.indexOf(others[0] ?? name)))
    const sure = childlike || gap || chosen(name) === 'name'
    if (sure || alike) starts.push(led[0] ?? name)
    else if (name.heading) name.heading = { kind: 'name', owner: 'family' }
    if (!sure) second ??= { index: name.index, taken: alike ? 'list' : 'family' }
  })
  return starts.map((start, at): List => {
    const from = labels.indexOf(start)
    const next = starts[at + 1]
    const own = labels.slice(from, next ? labels.indexOf(next) : labels.length)
    return {
      sheet,
      top,
      bottom,
      left: start.index,
      right: (own[own.length - 1]?.index ?? start.index) + 1,
      end: sheet.rows.length,
      labels: own,
      ...(second && own.some(({ index }) => index === second?.index) && { second }),
    }
  })
}

function trailing(labels: readonly Label[], fits: (label: Label) => boolean): Label[] {
  const other = [...labels].reverse().findIndex((label) => !fits(label))
  return other < 0 ? [...labels] : labels.slice(labels.length - other)
}

function sameTexts(some: readonly Label[], others: readonly Label[]): boolean {
  return some.length === others.length && some.every(({ text }, at) => text === others[at]?.text)
}

/** Filled columns without a heading go with the list they stand beside, so that nothing is dropped in silence. */
function claimColumns(sheet: Sheet, lists: readonly List[]): void {
  for (const list of lists) {
    const beside = lists.filter((other) => other !== list && other.top < list.end && list.top < other.end)
    const bounds = beside.flatMap(({ left, right }) => [left, right])
    const from = Math.max(0, ...bounds.filter((bound) => bound <= list.left))
    const width = Math.max(0, ...sheet.rows.slice(list.bottom + 1, list.end).map((row) => row.length))
    const to = Math.min(Math.max(width, list.right), ...bounds.filter((bound) => bound >= list.right))
    list.left = beside.some(({ right }) => right === from) || from === 0 ? from : list.left
    list.right = to
  }
}
