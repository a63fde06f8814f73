// Decides what is shown of a file's columns before anything is stored, and which of them are asked about.
import type { RosterColumn } from './contract'
import { lettersOf, readText } from './cells'
import type { Column } from './columns'
import type { List } from './lists'
import { nameOnRoll, readName } from './names'
import { maskPhone, maskValue, shorten } from './people'
import type { Roster } from './types'
import { readPeople } from './values'
import { maskName } from '../family'
/** Values shown of a column, so that one sees at a glance what is in it. */
const SAMPLES = 2
const RELATION_LENGTH = 6
/** A class or a number of the class; longer digits may be an identity number. */
const SHORT_LENGTH = 8
const NAME_LENGTH = 16
/** Columns whose values nobody has to see to judge them (M12). */
const UNSHOWN = new Set(['ignored', 'serial'])

/** Every column of a list with what it was taken for; lists of one sheet under the same headings are shown once. */
export function describeColumns(list: List, columns: readonly Column[], roster: Roster): void {
  for (const column of columns) {
    const { header, meaning, owner, person, hidden, chosen } = column
    const letters = lettersOf(column.index)
    const known = roster.columns.some(
      (each) =>
        each.sheet === list.sheet.name && each.column === letters && each.header === header && each.meaning === meaning,
    )
    if (known) continue
    roster.columns.push({
      sheet: list.sheet.name,
      row: list.bottom + 1,
      column: letters,
      header,
      meaning,
      owner,
      ...(person && { person }),
      samples: UNSHOWN.has(meaning) && !(hidden && meaning === 'ignored') ? [] : samplesOf(list, column),
      ...(hidden && { hidden }),
      ...(chosen && { chosen }),
    })
  }
}

function samplesOf({ sheet, bottom, end }: List, { index, meaning }: Column): RosterColumn['samples'] {
  const samples = new Set<string>()
  for (const row of sheet.rows.slice(bottom + 1, end)) {
    const text = readText(row[index])
    if (text) samples.add(maskSample(text, meaning))
    if (samples.size === SAMPLES) break
  }
  return [...samples]
}

function maskSample(text: string, meaning: Column['meaning']): string {
  if (meaning === 'class' || meaning === 'grade' || meaning === 'sex' || meaning === 'number')
    return text.length > SHORT_LENGTH ? shorten(text) : text
  if (meaning.endsWith('_phone')) return maskPhone(readPeople(text).people[0]?.phone || text)
  if (meaning === 'family_relation') return text.slice(0, RELATION_LENGTH)
  if (meaning === 'name' || meaning.endsWith('_name')) return maskMarked(text)
  return maskValue(text)
}

/** 张*（大）: the mark is nobody's secret. */
function maskMarked(text: string): string {
  const { name, mark } = readName(text.slice(0, NAME_LENGTH))
  return nameOnRoll({ name: maskName(name), ...(mark && { mark }) })
}

/** A number whose owner nobody told, values under a heading that nobody knows, a second 姓名: asked, never assumed. */
export function askAboutColumns(list: List, columns: readonly Column[], roster: Roster): void {
  const { sheet, bottom, second } = list
  for (const column of columns) {
    const { header, meaning, chosen, filled, contact } = column
    const at = { sheet: sheet.name, row: bottom + 1, column: lettersOf(column.index), header }
    if (second?.index === column.index && !chosen) {
      roster.questions.push({ code: 'second_name', ...at, taken: second.taken })
    }
    if (chosen || filled === 0) continue
    const told = columns.some((each) => each.contact === contact && each.meaning === 'family_relation')
    if (meaning === 'other_phone' && !told) roster.questions.push({ code: 'phone_owner', ...at, rows: filled })
    if (meaning === 'unknown' && !header) roster.questions.push({ code: 'column_meaning', ...at, rows: filled })
  }
}

/** Numbers of the columns that are the staff's: at a child they are for calling only. */
export function staffPhonesOf({ sheet, bottom, end }: List, columns: readonly Column[]): string[] {
  const indices = columns.filter(({ owner }) => owner === 'staff').map(({ index }) => index)
  return sheet.rows
    .slice(bottom + 1, end)
    .flatMap((row) => indices.flatMap((index) => readPeople(readText(row[index])).people))
    .map(({ phone }) => phone)
    .filter(Boolean)
}
