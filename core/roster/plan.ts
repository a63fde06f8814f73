// Decides which child of the school a row is: the same file twice changes nothing, and a move keeps the child.
import { normalizeName } from '../family'
import type { Contact, RosterRow } from './types'

/** What the school knows of a child. */
export interface KnownChild {
  childId: string
  classId: string
  no: string
  name: string
  mark?: string
  contacts: readonly Contact[]
  /** Not here any more, or not now. */
  away?: 'left' | 'suspended'
}

export interface Plan {
  /** In this class already. */
  present: { row: RosterRow; child: KnownChild }[]
  /** In another class of the school until now: number and name are the same. */
  moved: { row: RosterRow; child: KnownChild }[]
  /** Of `present`, those whose name the file corrects: number and family are the same. */
  renamed: { row: RosterRow; child: KnownChild }[]
  /** Of `added`, those that may be a child of the class under a corrected name: number and all but one character agree. */
  unsure: { row: RosterRow; child: KnownChild }[]
  /** Had left, wherever it was then: number and name, or name and phone, are the same. */
  returned: { row: RosterRow; child: KnownChild }[]
  /** Does not come for a while, and stands in the file all the same: it stays away until somebody says that it is back. */
  suspended: { row: RosterRow; child: KnownChild }[]
  added: RosterRow[]
  /** Children of the class that the file does not have. */
  missing: KnownChild[]
}

/**
 * Who is who in one class. Every child is matched at most once, the surest matches first: number and name, then phone
 * and name, then a name that only one child has, then number and family under another name: a corrected one.
 * @param rows the class's rows of the file
 * @param known the class's children, and those of other classes with one of the file's numbers
 * @param elsewhere numbers and names (`number#name`) that the file has in other classes: they are not moving
 */
export function planImport(
  rows: readonly RosterRow[],
  known: readonly KnownChild[],
  classId: string,
  elsewhere: ReadonlySet<string>,
): Plan {
  const plan: Plan = {
    present: [],
    moved: [],
    renamed: [],
    unsure: [],
    returned: [],
    suspended: [],
    added: [],
    missing: [],
  }
  const present = known.filter(({ away }) => !away)
  const inClass = present.filter((child) => child.classId === classId)
  const others = present.filter((child) => child.classId !== classId)
  const gone = known.filter(({ away }) => away)
  const left = new Set(rows)
  const taken = new Set<string>()

  const match = (
    candidates: readonly KnownChild[],
    fits: (row: RosterRow, child: KnownChild) => boolean,
    to: Plan['present'],
  ) => {
    for (const row of left) {
      const fitting = candidates.filter((child) => !taken.has(child.childId) && fits(row, child))
      const [child] = fitting
      if (!child || fitting.length > 1) continue
      taken.add(child.childId)
      left.delete(row)
      to.push({ row, child })
    }
  }
  const named = (row: RosterRow, child: KnownChild) => normalizeName(child.name) === row.name
  const numbered = (row: RosterRow, child: KnownChild) => row.number !== undefined && row.number === child.no
  const namesakes = (row: RosterRow) => rows.filter(({ name }) => name === row.name).length

  match(inClass, (row, child) => named(row, child) && numbered(row, child) && sameMark(row, child), plan.present)
  match(inClass, (row, child) => named(row, child) && sharePhone(row, child) && sameMark(row, child), plan.present)
  match(inClass, (row, child) => named(row, child) && row.mark !== undefined && row.mark === child.mark, plan.present)
  match(
    inClass,
    (row, child) => named(row, child) && namesakes(row) === 1 && !isAnother(row, child) && sameMark(row, child),
    plan.present,
  )
  const sameFamily = (row: RosterRow, child: KnownChild) => sharePhone(row, child) || shareName(row, child)
  match(inClass, (row, child) => numbered(row, child) && (row.same === true || sameFamily(row, child)), plan.renamed)
  plan.present.push(...plan.renamed)
  match(
    others,
    (row, child) => named(row, child) && row.number === child.no && !elsewhere.has(`${row.number}#${row.name}`),
    plan.moved,
  )
  const cameBack = (row: RosterRow, child: KnownChild) =>
    named(row, child) &&
    sameMark(row, child) &&
    (numbered(row, child) || sharePhone(row, child)) &&
    (child.classId === classId || !elsewhere.has(`${row.number}#${row.name}`))
  const back: Plan['present'] = []
  match(gone, cameBack, back)
  plan.returned = back.filter(({ child }) => child.away === 'left')
  plan.suspended = back.filter(({ child }) => child.away === 'suspended')
  plan.added = rows.filter((row) => left.has(row))
  for (const row of plan.added) {
    const child = inClass.find((each) => !taken.has(each.childId) && numbered(row, each) && mayBeCorrected(row, each))
    if (child) plan.unsure.push({ row, child })
  }
  plan.missing = inClass.filter(({ childId }) => !taken.has(childId))
  return plan
}

/** Marks may come or go, but 大 is never 小. */
function sameMark(row: RosterRow, child: KnownChild): boolean {
  return row.mark === undefined || child.mark === undefined || row.mark === child.mark
}

/** One character was mended, and the families do not contradict one another. */
function mayBeCorrected(row: RosterRow, child: KnownChild): boolean {
  const told = row.contacts.length > 0 && child.contacts.length > 0
  return !told && differsByOne(row.name, normalizeName(child.name))
}

function shareName(row: RosterRow, child: KnownChild): boolean {
  return row.contacts.some(({ name }) => name && child.contacts.some((contact) => contact.name === name))
}

/** 李子函 and 李子涵: as long, the same surname, one character apart. */
function differsByOne(one: string, other: string): boolean {
  const [letters, others] = [[...one], [...other]]
  return (
    letters.length === others.length &&
    letters[0] === others[0] &&
    letters.filter((letter, at) => letter !== others[at]).length === 1
  )
}

/** One name, but neither the number nor a phone of the one that was here: a child that came for one that left. */
function isAnother(row: RosterRow, child: KnownChild): boolean {
  const phoned = row.contacts.some(({ phone }) => phone) && child.contacts.some(({ phone }) => phone)
  return row.number !== undefined && row.number !== child.no && phoned && !sharePhone(row, child)
}

function sharePhone(row: RosterRow, child: KnownChild): boolean {
  return row.contacts.some(({ phone }) => phone && child.contacts.some((contact) => contact.phone === phone))
}
