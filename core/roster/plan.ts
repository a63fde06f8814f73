// Decides which child of the school a row of the file is, so that the same file twice changes nothing and a move keeps the child.
import type { Contact, RosterRow } from './types'

/** What the school knows of a child. */
export interface KnownChild {
  childId: string
  classId: string
  no: string
  name: string
  contacts: readonly Contact[]
}

export interface Plan {
  /** In this class already. */
  present: { row: RosterRow; child: KnownChild }[]
  /** In another class of the school until now: number and name are the same. */
  moved: { row: RosterRow; child: KnownChild }[]
  added: RosterRow[]
}

/**
 * Who is who in one class. Every child is matched at most once, the surest matches first: number and name, then phone
 * and name, then a name that only one child has.
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
  const plan: Plan = { present: [], moved: [], added: [] }
  const inClass = known.filter((child) => child.classId === classId)
  const others = known.filter((child) => child.classId !== classId)
  const left = new Set(rows)
  const taken = new Set<string>()

  const match = (
    candidates: readonly KnownChild[],
    fits: (row: RosterRow, child: KnownChild) => boolean,
    to: Plan['present'],
  ) => {
    for (const row of left) {
      const fitting = candidates.filter(
        (child) => !taken.has(child.childId) && child.name === row.name && fits(row, child),
      )
      const [child] = fitting
      if (!child || fitting.length > 1) continue
      taken.add(child.childId)
      left.delete(row)
      to.push({ row, child })
    }
  }
  const namesakes = (row: RosterRow) => rows.filter(({ name }) => name === row.name).length

  match(inClass, (row, child) => row.number !== undefined && row.number === child.no, plan.present)
  match(inClass, sharePhone, plan.present)
  match(inClass, (row, child) => namesakes(row) === 1 && !isAnother(row, child), plan.present)
  match(others, (row, child) => row.number === child.no && !elsewhere.has(`${row.number}#${row.name}`), plan.moved)
  plan.added = rows.filter((row) => left.has(row))
  return plan
}

/** One name, but neither the number nor a phone of the one that was here: a child that came for one that left. */
function isAnother(row: RosterRow, child: KnownChild): boolean {
  const phoned = row.contacts.some(({ phone }) => phone) && child.contacts.some(({ phone }) => phone)
  return row.number !== undefined && row.number !== child.no && phoned && !sharePhone(row, child)
}

function sharePhone(row: RosterRow, child: KnownChild): boolean {
  return row.contacts.some(({ phone }) => phone && child.contacts.some((contact) => contact.phone === phone))
}
