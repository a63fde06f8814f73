// Decides whether somebody who names a child and themselves is on the roster (M02).
import type { Relation } from '../wire'
import { normalizeName } from './names'

/** Somebody to call about a child, as the roster has them. */
export interface RosterContact {
  relation: string
  name: string
  phone: string
  /** Absent: the family. The pupil's own number, or one that nobody knows whose it is, is for calling and proves nothing. */
  owner?: 'pupil' | 'unknown'
}

export interface Claim {
  childName: string
  guardianName?: string
  relation: Relation
  phone?: string
}

/** How rosters write relations; a word that is missing here says nothing against anybody. */
const WRITTEN: [RegExp, Relation][] = [
  [/外公|姥爷|外祖父/, 'maternal_grandpa'],
  [/外婆|姥姥|外祖母/, 'maternal_grandma'],
  [/爷爷|祖父/, 'grandpa'],
  [/奶奶|祖母/, 'grandma'],
  [/妈|母亲|母/, 'mother'],
  [/爸|父亲|父/, 'father'],
]

/** The relation a roster means by 母亲, 姥姥, 父…; undefined for 家长, 监护人 and the like. */
export function readRelation(written: string): Relation | undefined {
  return WRITTEN.find(([pattern]) => pattern.test(written))?.[1]
}

/**
 * The one child of the class that the claim fits: the child's name exactly, and a contact with the guardian's name
 * exactly; a contact without a name is known by the phone. Only contacts of the family prove anything, and a phone or
 * relation that contradicts the roster fits nothing.
 * Undefined: nobody, or more than one.
 */
export function matchChild<Child extends { name: string; contacts: readonly RosterContact[] }>(
  children: readonly Child[],
  claim: Claim,
): Child | undefined {
  const name = normalizeName(claim.childName)
  const fitting = children.filter(
    (child) => normalizeName(child.name) === name && child.contacts.some((contact) => fits(contact, claim)),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

function fits(contact: RosterContact, { guardianName, relation, phone }: Claim): boolean {
  if (contact.owner) return false
  const known = readRelation(contact.relation)
  if (known && known !== relation) return false
  if (phone && contact.phone && phone !== contact.phone) return false
  if (contact.name) return guardianName !== undefined && normalizeName(guardianName) === normalizeName(contact.name)
  return phone !== undefined && phone === contact.phone
}
