// Decides how names, numbers and phones are read from a row, and what looks wrong about them.
import { normalizeName } from '../family'
import { readCompact, readShown, readText } from './cells'
import type { Column, Header } from './columns'
import type { Contact, Sheet } from './types'

const PHONE = /^(?:1[3-9]\d{9}|0\d{2,3}\d{7,8}|[2-8]\d{6,7})$/
const MOBILE = /1[3-9]\d{9}/
const NAME = /^(?:[\p{Script=Han}·]{2,15}|[\p{Script=Latin}][\p{Script=Latin} .'’·-]+)$/u
const ANY_LETTER = /[\p{Script=Han}\p{Script=Latin}]/u

export interface ReadName {
  name: string
  /** Unlike a name; `unusable`: not one letter in it. */
  suspect?: 'odd' | 'unusable'
}

/** 张　明 → 张明; brackets and stars beside a name (转入) are remarks, not the name. */
export function readName(text: string): ReadName {
  const bare = normalizeName(text.replace(/\([^)]*\)?|[*★☆#]/g, ' '))
  if (!ANY_LETTER.test(bare)) return { name: bare, suspect: 'unusable' }
  return bare !== normalizeName(text) || !NAME.test(bare) ? { name: bare, suspect: 'odd' } : { name: bare }
}

/** 000002 and 2 are one number. */
export function readNumber(text: string): string {
  const compact = text.replace(/\s/g, '')
  return compact.replace(/^0+(?=.)/, '')
}

export interface ReadContacts {
  contacts: Contact[]
  /** Phones that are none, as they stand in the cell. */
  wrongPhones: string[]
}

/** The people to call about a child; a phone that is none is left out and reported. */
export function readContacts(sheet: Sheet, row: number, header: Header): ReadContacts {
  const byContact = new Map<number, Contact>()
  const wrongPhones: string[] = []
  for (const column of header.columns) {
    if (column.contact === undefined) continue
    const contact = byContact.get(column.contact) ?? { relation: '', name: '', phone: '' }
    byContact.set(column.contact, contact)
    contact.relation ||= column.relation ?? ''
    const text = readText(sheet.rows[row]?.[column.index])
    if (text) fill(contact, column, text, wrongPhones)
  }
  const contacts = [...byContact.values()].filter(({ name, phone }) => name || phone)
  return { contacts, wrongPhones }
}

function fill(contact: Contact, { meaning }: Column, text: string, wrongPhones: string[]): void {
  if (meaning === 'contact_relation') contact.relation = text
  if (meaning === 'contact_name') {
    contact.phone ||= MOBILE.exec(text)?.[0] ?? ''
    contact.name = normalizeName(text.split(/[\d\/,，、;；(]/)[0] ?? '')
  }
  if (meaning !== 'contact_phone') return
  const phone = readPhone(text)
  if (phone) contact.phone = phone
  else wrongPhones.push(text)
}

/** The first number of a cell that holds several; +86, blanks and hyphens do not count. */
function readPhone(text: string): string | undefined {
  return text
    .split(/[\/,，、;；]|\s{2,}| (?=1\d{10})/)
    .map((part) => part.replace(/\D/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, ''))
    .find((digits) => PHONE.test(digits))
}

/** 138****: enough to find the cell, not enough to call. */
export function maskPhone(text: string): string {
  return `${text.replace(/\s/g, '').slice(0, 3)}****`
}

export function readNicknames(sheet: Sheet, row: number, header: Header): string[] {
  return header.columns
    .filter(({ meaning }) => meaning === 'nickname')
    .flatMap(({ index }) => readCompact(sheet.rows[row]?.[index]).split(/[\/,，、;；]/))
    .filter(Boolean)
}

/** The first column with a meaning; '' where a row has nothing there. Merged cells count for classes and grades only. */
export function readAt(sheet: Sheet, row: number, header: Header, meaning: Column['meaning']): string {
  const column = header.columns.find((each) => each.meaning === meaning)
  if (!column) return ''
  return meaning === 'class' || meaning === 'grade'
    ? readShown(sheet, row, column.index)
    : readText(sheet.rows[row]?.[column.index])
}
