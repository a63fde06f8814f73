// Decides how a class of a file comes into the school: children first, so that a broken import goes on.
import { nameOnRoll, planImport, type KnownChild, type RosterRow } from '@class-pact/core/roster'
import type { Handler, Session } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { children, classes, type ChildDoc, type ClassDoc, type RosterEntry } from '../class'
import type { TrailEntry } from '../../common/store/documents'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import { listChildren, toKnown, type KnownDoc } from './known-children'
import { loadRoster } from './load-roster'
import { moveChild } from './move-child'

/** Twenty leaders' imports into one class at once: one of them gets through each round. */
const ROUNDS_MAX = 20

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

  const importing = { schoolId: input.schoolId, rows, act: noteAct(session, session.identity.role, 'roster.import') }
  const elsewhere = numbersElsewhere(roster.children, input.className)
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const outcome = await importOnce(importing, elsewhere, session)
    if (outcome === 'other') return refuseReused()
    // Nobody comes into a class that has graduated (L13).
    if (outcome === 'graduated') return refuse('FILE_CHANGED')
    if (outcome) return succeed({ ...outcome, unchanged: rows.length - outcome.added })
  }
  return refuse('TRY_AGAIN')
}

/** Brings the class in on what is stored at this moment; undefined: somebody else changed the roster meanwhile. */
async function importOnce(importing: Importing, elsewhere: ReadonlySet<string>, session: Session) {
  const itsClass = await openClass(importing)
  const classId = itsClass._id
  const { schoolId, rows, act } = importing
  if (itsClass.archived) return 'graduated'
  if (findCall(itsClass.trail, session) === 'other') return 'other'
  const mine = itsClass.trail.filter(({ id, by }) => id === act.id && by === act.by)
  const earlier = mine.find(({ detail }) => detail)?.detail?.added
  if (typeof earlier === 'number') return { classId, added: earlier }
  const numbers = rows.flatMap(({ number }) => number ?? [])
  const [inClass, numbered] = await Promise.all([
    listChildren({ classId }),
    numbers.length > 0 ? listChildren({ schoolId, no: { $in: numbers } }) : [],
  ])
  const known = [...inClass, ...numbered.filter((child) => child.classId !== classId)]
  const entries = await bringIn(importing, itsClass, known, elsewhere)
  const added = await writeRoster(itsClass, entries, act)
  return added === undefined ? undefined : { classId, added }
}

/** `number#name` of the rows of all other classes: those children have not moved into this one. */
export function numbersElsewhere(rows: readonly RosterRow[], className: string): Set<string> {
  return new Set(rows.filter((row) => row.className !== className).map(({ number, name }) => `${number}#${name}`))
}

/** The class of this name, or a new one: one space per class, also when two import at once (M05). */
async function openClass({ schoolId, rows, act }: Importing): Promise<ClassDoc> {
  const { className: name = '', order = 0 } = rows[0] ?? {}
  const [existing] = await classes.list({ schoolId, name }, { limit: 1 })
  if (existing) return existing
  const drafted: Omit<ClassDoc, '_id'> = { schoolId, name, order, teachers: [], roster: [], ...startTrail(act) }
  // Last year's class of this name goes on under another one, and keeps its id (L13).
  for (const _id of [deriveId('class', schoolId, name), deriveId('class', schoolId, name, act.by, act.id)]) {
    if (await classes.insert({ _id, ...drafted })) return { _id, ...drafted }
    const [other] = await classes.list({ schoolId, name }, { limit: 1 })
    if (other) return other
  }
  throw new Error('a class can neither be found nor made')
}

/** Stores new children and corrects known ones; gives the roster as it should read then. */
async function bringIn(
  { schoolId, rows, act }: Importing,
  itsClass: ClassDoc,
  known: readonly KnownDoc[],
  elsewhere: ReadonlySet<string>,
): Promise<RosterEntry[]> {
  const plan = planImport(rows, known.map(toKnown), itsClass._id, elsewhere)
  // The roll is what is stored: a child that has left the class is not on it, one that another import stored is.
  const earlier = new Map(itsClass.roster.map((entry) => [entry.childId, entry]))
  const entries = new Map<string, RosterEntry>()
  for (const { _id, classId, no, name, mark } of known) {
    if (classId === itsClass._id) entries.set(_id, earlier.get(_id) ?? entryOf(_id, no, { name, mark }))
  }
  const enter = (childId: string, no: string, row: RosterRow) =>
    entries.set(
      childId,
      entryOf(childId, no, {
        ...row,
        nicknames: row.nicknames.length > 0 ? row.nicknames : earlier.get(childId)?.nicknames,
      }),
    )

  for (const { row, child } of plan.present) {
    const no = row.number ?? child.no
    const mark = row.mark ?? child.mark
    if (no !== child.no || changed(row, child)) {
      const contacts = row.contacts.length > 0 && { contacts: row.contacts }
      const set = { no, name: row.name, ...(mark && { mark }), ...contacts }
      await children.update({ _id: child.childId, classId: itsClass._id }, { $set: set })
    }
    enter(child.childId, no, { ...row, mark })
  }
  for (const { row, child } of plan.moved) {
    const moved = known.find(({ _id }) => _id === child.childId)
    if (moved) await moveChild(moved, itsClass, row, act)
    enter(child.childId, row.number ?? child.no, row)
  }
  const nextNo = countFrom(known.filter(({ classId }) => classId === itsClass._id))
  const taken = new Set(known.map(({ _id }) => _id))
  const numbered = rows.some(({ number }) => number !== undefined)
  const added = plan.added.map((row): ChildDoc => {
    const no = row.number ?? (numbered ? '' : nextNo())
    const _id = freeId([schoolId, itsClass._id, row.name, row.number ?? tellApart(row)], taken)
    enter(_id, no, row)
    const { name, mark, contacts } = row
    const marked = mark && { mark }
    return { _id, schoolId, classId: itsClass._id, no, name, ...marked, guardians: [], contacts, ...startTrail(act) }
  })
  await insertAll(added)
  return [...entries.values()].sort(byNumber)
}

/** The same row has the same id, so that a broken import goes on; a child that was renamed since keeps its own. */
function freeId(parts: string[], taken: ReadonlySet<string>): string {
  let id = deriveId('child', ...parts)
  for (let again = 1; taken.has(id); again++) id = deriveId('child', ...parts, String(again))
  return id
}

/** A broken import may have stored some already: then one by one. */
async function insertAll(added: ChildDoc[]): Promise<void> {
  if (added.length === 0 || (await children.insert(added))) return
  for (const child of added) await children.insert(child)
}

/** A child's line on the roll: with the mark that tells it from a namesake, and the name alone beside it. */
function entryOf(
  childId: string,
  no: string,
  { name, mark, nicknames = [] }: { name: string; mark?: string; nicknames?: string[] },
): RosterEntry {
  const shown = nameOnRoll({ name, ...(mark && { mark }) })
  return { childId, no, name: shown, ...(mark && { called: name }), ...(nicknames.length > 0 && { nicknames }) }
}

function changed({ name, mark, contacts }: RosterRow, child: KnownChild): boolean {
  if (name !== child.name || (mark !== undefined && mark !== child.mark)) return true
  return contacts.length > 0 && JSON.stringify(contacts) !== JSON.stringify(child.contacts)
}

/** Where a class has no numbers, children are counted in the order they came. */
function countFrom(known: readonly KnownDoc[]): () => string {
  let last = Math.max(0, ...known.map(({ no }) => Number(no) || 0))
  return () => String(++last)
}

function tellApart({ mark, contacts, nicknames }: RosterRow): string {
  const phones = contacts.map(({ phone }) => phone).filter(Boolean)
  return [...phones.sort(), ...nicknames, ...(mark ? [mark] : [])].join(' ')
}

/** Roll order; children without a number come last. */
function byNumber(a: RosterEntry, b: RosterEntry): number {
  const [one, other] = [Number(a.no || NaN), Number(b.no || NaN)]
  if (one !== other && !(Number.isNaN(one) && Number.isNaN(other))) {
    return Number.isNaN(one) ? 1 : Number.isNaN(other) ? -1 : one - other
  }
  return a.no.localeCompare(b.no) || a.childId.localeCompare(b.childId)
}

/**
 * Returns how many children the roster gains; a roster that stays as it is is not written. Undefined: it is another one by
 * now than the one that was read.
 */
async function writeRoster(itsClass: ClassDoc, entries: RosterEntry[], act: TrailEntry): Promise<number | undefined> {
  const before = new Set(itsClass.roster.map(({ childId }) => childId))
  const added = entries.filter(({ childId }) => !before.has(childId)).length
  if (JSON.stringify(entries) === JSON.stringify(itsClass.roster)) return 0
  const asRead = { _id: itsClass._id, rosterVersion: itsClass.rosterVersion ?? { $exists: false } }
  const change = { $set: { roster: entries }, $inc: { rosterVersion: 1 } }
  const written = await classes.update(asRead, withTrail(change, { ...act, detail: { added } }))
  return written === 1 ? added : undefined
}
