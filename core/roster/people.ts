// Decides whom to call about a child, from one row: the family's names and numbers; nobody else's are kept as theirs.
import { maskName, normalizeName, surnameOf } from '../family'
import type { RosterProblemCode } from './contract'
import { lettersOf, readCompact, readShown, readText } from './cells'
import type { Column } from './columns'
import type { Contact, Sheet } from './types'
import { isFlag, isNameLike, isOfFamily, namesPupil, namesStaff, readPeople, type Word } from './values'

/** 000002 and 2 are one number. */
export function readNumber(text: string): string {
  return text.replace(/\s/g, '').replace(/^0+(?=.)/, '')
}

export interface Dropped {
  column: string
  code: RosterProblemCode
  value: string
}

export interface ReadContacts {
  contacts: Contact[]
  dropped: Dropped[]
}

/** One person of the row, before it is clear whether they are of the family. */
interface Person {
  owner: Column['owner']
  heading: string
  relations: string[]
  names: Word[]
  phones: Word[]
  columns: Column[]
  /** 王老师 stands where a parent should: the number beside is no family's. */
  ofStaff?: boolean
}

/** The people to call about a child; what is nobody's name or number is left out and named. */
export function readContacts(sheet: Sheet, row: number, columns: readonly Column[]): ReadContacts {
  const people = new Map<number, Person>()
  const dropped: Dropped[] = []
  for (const column of columns) {
    if (column.contact === undefined || column.owner === 'staff') continue
    const text = readText(sheet.rows[row]?.[column.index])
    const person = people.get(column.contact) ?? newPerson(column)
    people.set(column.contact, person)
    person.heading ||= column.relation ?? ''
    if (text) fill(person, column, text, dropped)
  }
  const all = [...people.values()].flatMap((person) => settle(person, dropped))
  const family = all.filter(({ owner }) => owner === undefined)
  // A number that is nobody's in particular serves where the family has none (M12: no more than is needed).
  return { contacts: family.some(({ phone }) => phone) ? family : all, dropped }
}

function newPerson({ owner }: Column): Person {
  return { owner, heading: '', relations: [], names: [], phones: [], columns: [] }
}

function fill(person: Person, column: Column, text: string, dropped: Dropped[]): void {
  const drop = (code: RosterProblemCode, value: string) =>
    dropped.push({ column: lettersOf(column.index), code, value })
  person.columns.push(column)
  if (column.meaning === 'family_relation') {
    person.relations.push(...text.split(/[\/,，、;；| ]/).filter(Boolean))
    return
  }
  const { people, wrong } = readPeople(text)
  for (const digits of wrong) drop('phone_invalid', maskPhone(digits))
  const phones = people.filter(({ phone }) => phone)
  if (column.meaning.endsWith('_phone')) {
    if (phones.length === 0 && wrong.length === 0) drop('phone_invalid', maskValue(text))
    person.phones.push(...phones.map((each) => ({ ...each, name: isPerson(each.name) ? each.name : '' })))
    return
  }
  person.phones.push(...phones.map((each) => ({ ...each, name: '' })))
  for (const { name, relation } of people) {
    if (namesStaff(name)) {
      person.ofStaff = true
      drop('contact_not_family', maskName(name))
    } else if (isFlag(name) || (name && !isNameLike(name))) drop('contact_unreadable', maskValue(name))
    else if (name || relation) person.names.push({ name, relation, phone: '' })
  }
  if (people.length === 0 && wrong.length === 0) drop('contact_unreadable', maskValue(text))
}

/** Words beside a number that are a name: 张强, 欧阳雪晴; not a street or a note. */
function isPerson(words: string): boolean {
  const length = [...words].length
  return isNameLike(words) && (length <= 3 || words.includes('·') || (length === 4 && surnameOf(words).length === 2))
}

/** First name with first number, and so on; numbers beyond the names are the same family's. */
function settle(person: Person, dropped: Dropped[]): Contact[] {
  const { owner, heading, relations, names, phones, columns } = person
  if (person.ofStaff && names.length === 0) return []
  const count = Math.max(names.length, phones.length)
  const contacts: Contact[] = []
  for (let at = 0; at < count; at++) {
    const [name, phone] = [names[at], phones[at]]
    const relation = phone?.relation || name?.relation || relations[at] || heading || relations[0] || ''
    const first = columns[0]
    if (namesStaff(relation)) {
      if (first) dropped.push({ column: lettersOf(first.index), code: 'contact_not_family', value: relation })
      continue
    }
    const whose = namesPupil(relation) ? 'pupil' : owner === 'family' || isOfFamily(relation) ? undefined : owner
    contacts.push({
      relation: whose === 'pupil' ? relation || '学生本人' : relation,
      name: normalizeName(name?.name || phone?.name || ''),
      phone: phone?.phone ?? '',
      ...(whose && { owner: whose === 'pupil' ? ('pupil' as const) : ('unknown' as const) }),
    })
  }
  return contacts.filter(({ name, phone }) => name || phone)
}

/** 138****: enough to find the cell, not enough to call. */
export function maskPhone(text: string): string {
  return `${text.replace(/\s/g, '').slice(0, 3)}****`
}

const VALUE_MAX = 12

/** What stands in a cell, shortened, digits beyond the third hidden. */
export function shorten(text: string): string {
  const short = text.length > VALUE_MAX ? `${text.slice(0, VALUE_MAX)}…` : text
  return short.replace(/(\d{3})\d+/g, '$1****')
}

/** The same, and the middle of what may be a name hidden too. */
export function maskValue(text: string): string {
  return shorten(text).replace(/^\p{Script=Han}{2,4}$/u, (name) => maskName(name))
}

export function readNicknames(sheet: Sheet, row: number, columns: readonly Column[]): string[] {
  return columns
    .filter(({ meaning }) => meaning === 'nickname')
    .flatMap(({ index }) => readCompact(sheet.rows[row]?.[index]).split(/[\/,，、;；]/))
    .filter(Boolean)
}

/** The first column with a meaning; '' where a row has nothing there. Merged cells count for classes and grades only. */
export function readAt(sheet: Sheet, row: number, columns: readonly Column[], meaning: Column['meaning']): string {
  const column = columns.find((each) => each.meaning === meaning)
  if (!column) return ''
  return meaning === 'class' || meaning === 'grade'
    ? readShown(sheet, row, column.index)
    : readText(sheet.rows[row]?.[column.index])
}
