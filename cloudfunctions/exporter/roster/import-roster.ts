// Decides how one class of a file comes into the school: children first, then the roster, so that a broken import goes on.
import { planImport, type KnownChild, type RosterRow } from '@class-pact/core/roster'
import type { Handler, Session } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { memberOf } from '../../common/session'
import { children } from '../../common/store/children'
import { classes } from '../../common/store/classes'
import type { ChildDoc, ClassDoc, RosterEntry, TrailEntry } from '../../common/store/documents'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import { listChildren, toKnown, type KnownDoc } from './known-children'
import { loadRoster } from './load-roster'
import { moveChild } from './move-child'

interface Importing {
  schoolId: string
  rows: RosterRow[]
  act: TrailEntry
}

export const importRoster: Handler<'roster.import'> = async (input, session) => {
  const loaded = await loadRoster(input, session)
  if (!loaded.ok) return loaded
  const { roster, digest } = loaded.data
  const rows = roster.children.filter(({ className }) => className === input.className)
  if (digest !== input.digest || rows.length === 0) return refuse('FILE_CHANGED')

  const importing = { schoolId: input.schoolId, rows, act: noteImport(input.schoolId, session) }

  const itsClass = await openClass(importing)
  const been = findCall(itsClass.trail, session)
  if (been === 'other') return refuseReused()
  const mine = itsClass.trail.filter(({ id, by }) => id === session.requestId && by === session.openid)
  const earlier = mine.find(({ detail }) => detail)?.detail?.added
  if (typeof earlier === 'number') {
    return succeed({ classId: itsClass._id, added: earlier, unchanged: rows.length - earlier })
  }
  const numbers = rows.flatMap(({ number }) => number ?? [])
  const [inClass, numbered] = await Promise.all([
    listChildren({ classId: itsClass._id }),
    numbers.length > 0 ? listChildren({ schoolId: input.schoolId, no: { $in: numbers } }) : [],
  ])
  const known = [...inClass, ...numbered.filter(({ classId }) => classId !== itsClass._id)]
  const entries = await bringIn(importing, itsClass, known, numbersElsewhere(roster.children, input.className))
  const added = await writeRoster(itsClass, entries, importing.act)
  return succeed({ classId: itsClass._id, added, unchanged: rows.length - added })
}

/** `number#name` of the rows of all other classes: those children have not moved into this one. */
export function numbersElsewhere(rows: readonly RosterRow[], className: string): Set<string> {
  return new Set(rows.filter((row) => row.className !== className).map(({ number, name }) => `${number}#${name}`))
}

function noteImport(schoolId: string, session: Session): TrailEntry {
  const role = memberOf(session.person, schoolId, ['principal']) ? 'principal' : 'office'
  return noteAct(session, role, 'roster.import')
}

/** The class of this name, or a new one: one space per class, also when two import at once (M05). */
async function openClass({ schoolId, rows, act }: Importing): Promise<ClassDoc> {
  const { className: name = '', order = 0 } = rows[0] ?? {}
  const [existing] = await classes.list({ schoolId, name }, { limit: 1 })
  if (existing) return existing
  const drafted: ClassDoc = {
    _id: deriveId('class', schoolId, name),
    schoolId,
    name,
    order,
    teachers: [],
    roster: [],
    ...startTrail(act),
  }
  if (await classes.insert(drafted)) return drafted
  return (await classes.list({ schoolId, name }, { limit: 1 }))[0] ?? drafted
}

/** Stores new children and corrects known ones; gives the roster as it should read then. */
async function bringIn(
  { schoolId, rows, act }: Importing,
  itsClass: ClassDoc,
  known: readonly KnownDoc[],
  elsewhere: ReadonlySet<string>,
): Promise<RosterEntry[]> {
  const plan = planImport(rows, known.map(toKnown), itsClass._id, elsewhere)
  const entries = new Map(itsClass.roster.map((entry) => [entry.childId, entry]))
  for (const { _id, classId, no, name } of known) {
    if (classId === itsClass._id && !entries.has(_id)) entries.set(_id, { childId: _id, no, name })
  }
  const enter = (childId: string, no: string, { name, nicknames }: RosterRow) =>
    entries.set(childId, { childId, no, name, ...(nicknames.length > 0 && { nicknames }) })

  for (const { row, child } of plan.present) {
    const no = row.number ?? child.no
    if (no !== child.no || changed(row, child)) {
      await children.update(
        { _id: child.childId },
        { $set: { no, ...(row.contacts.length && { contacts: row.contacts }) } },
      )
    }
    enter(child.childId, no, row)
  }
  for (const { row, child } of plan.moved) {
    const moved = known.find(({ _id }) => _id === child.childId)
    if (moved) await moveChild(moved, itsClass, row, act)
    enter(child.childId, row.number ?? child.no, row)
  }
  const nextNo = countFrom(known.filter(({ classId }) => classId === itsClass._id))
  const numbered = rows.some(({ number }) => number !== undefined)
  const added = plan.added.map((row): ChildDoc => {
    const no = row.number ?? (numbered ? '' : nextNo())
    const _id = deriveId('child', schoolId, itsClass._id, row.name, row.number ?? tellApart(row))
    enter(_id, no, row)
    const { name, contacts } = row
    return { _id, schoolId, classId: itsClass._id, no, name, guardians: [], contacts, ...startTrail(act) }
  })
  await insertAll(added)
  return [...entries.values()].sort(byNumber)
}

/** A broken import may have stored some already: then one by one. */
async function insertAll(added: ChildDoc[]): Promise<void> {
  if (added.length === 0 || (await children.insert(added))) return
  for (const child of added) await children.insert(child)
}

function changed({ contacts }: RosterRow, child: KnownChild): boolean {
  return contacts.length > 0 && JSON.stringify(contacts) !== JSON.stringify(child.contacts)
}

/** Where a class has no numbers, children are counted in the order they came. */
function countFrom(known: readonly KnownDoc[]): () => string {
  let last = Math.max(0, ...known.map(({ no }) => Number(no) || 0))
  return () => String(++last)
}

function tellApart({ contacts, nicknames }: RosterRow): string {
  const phones = contacts.map(({ phone }) => phone).filter(Boolean)
  return [...phones.sort(), ...nicknames].join(' ')
}

/** Roll order; children without a number come last. */
function byNumber(a: RosterEntry, b: RosterEntry): number {
  const [one, other] = [Number(a.no || NaN), Number(b.no || NaN)]
  if (one !== other && !(Number.isNaN(one) && Number.isNaN(other))) {
    return Number.isNaN(one) ? 1 : Number.isNaN(other) ? -1 : one - other
  }
  return a.no.localeCompare(b.no) || a.childId.localeCompare(b.childId)
}

/** Returns how many children the roster gains; a roster that stays as it is is not written. */
async function writeRoster(itsClass: ClassDoc, entries: RosterEntry[], act: TrailEntry): Promise<number> {
  const before = new Set(itsClass.roster.map(({ childId }) => childId))
  const added = entries.filter(({ childId }) => !before.has(childId)).length
  if (JSON.stringify(entries) === JSON.stringify(itsClass.roster)) return 0
  const detailed = { ...act, detail: { added } }
  await classes.update({ _id: itsClass._id }, withTrail({ $set: { roster: entries } }, detailed))
  return added
}
