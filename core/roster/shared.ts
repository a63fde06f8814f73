// Decides which numbers and names prove nothing: they stand at many children, or they are a teacher's.
import { maskName } from '../family'
import { maskPhone } from './people'
import type { Contact, Roster, RosterRow } from './types'
/** Twins and siblings share a number; at more children than this it is a school's, a teacher's or nobody's. */
const SHARED_MOST = 3

/**
 * The roster without numbers that stand at many children, and without names that do so in one class beside no number of
 * their own. A teacher's number that stands at a child too is kept for calling only.
 * @param staffPhones numbers of the columns that are the staff's
 */
export function dropShared(roster: Roster, staffPhones: ReadonlySet<string>): Roster {
  const byPhone = count(roster.children, ({ phone }) => phone)
  const byName = count(roster.children, ({ name }, { className }) => name && `${className}#${name}`)
  const numbersOf = new Map<string, Set<string>>()
  for (const { className, contacts } of roster.children) {
    for (const { name, phone } of contacts) {
      if (!name || !phone) continue
      const key = `${className}#${name}`
      numbersOf.set(key, (numbersOf.get(key) ?? new Set()).add(phone))
    }
  }
  const isShared = (counts: Map<string, Set<string>>, key: string) => (counts.get(key)?.size ?? 0) > SHARED_MOST
  const problems = [...roster.problems]
  const children = roster.children.map((child): RosterRow => {
    const report = (code: 'phone_shared' | 'phone_staff' | 'contact_shared', value: string) =>
      problems.push({ sheet: child.sheet, row: child.row, code, blocking: false, value })
    const contacts = child.contacts.flatMap((contact): Contact[] => {
      let { name, phone } = contact
      if (phone && isShared(byPhone, phone)) {
        report('phone_shared', maskPhone(phone))
        phone = ''
      }
      const key = `${child.className}#${name}`
      if (name && isShared(byName, key) && (numbersOf.get(key)?.size ?? 0) <= 1) {
        report('contact_shared', maskName(name))
        name = ''
      }
      const ofStaff = phone !== '' && staffPhones.has(phone) && contact.owner === undefined
      if (ofStaff) report('phone_staff', maskPhone(phone))
      return name || phone ? [{ ...contact, name, phone, ...(ofStaff && { owner: 'unknown' as const }) }] : []
    })
    return { ...child, contacts }
  })
  return { ...roster, children, problems }
}

/** How many different children a value stands at. */
function count(
  children: readonly RosterRow[],
  valueOf: (contact: Contact, child: RosterRow) => string,
): Map<string, Set<string>> {
  const counts = new Map<string, Set<string>>()
  for (const child of children) {
    for (const contact of child.contacts) {
      const value = valueOf(contact, child)
      if (value)
        counts.set(
          value,
          (counts.get(value) ?? new Set()).add(`${child.className}#${child.name}#${child.number ?? child.mark ?? ''}`),
        )
    }
  }
  return counts
}
