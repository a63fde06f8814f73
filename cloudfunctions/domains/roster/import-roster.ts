// Decides how a class of a file comes into the school: children first, so that a broken import goes on.
import { beijingDay } from '@class-pact/core/calendar'
import { byNumber, isAway } from '@class-pact/core/child'
import type { Pact, RosterChoices } from '@class-pact/core/contract'
import { planImport, type KnownChild, type RosterRow } from '@class-pact/core/roster'
import type { Handler, Session } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { lineOf } from '../child'
import { children, classes, type ChildDoc, type ClassDoc, type RosterEntry } from '../class'
import { readPactInForce } from '../pact'
import type { TrailEntry } from '../../common/store/documents'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import { listChildren, toKnown, type KnownDoc } from './known-children'
import { loadRoster } from './load-roster'
import { answerMissing, closeQuestions, correctChild, followAll, takeIn } from './take-in'

/** Twenty leaders' imports into one class at once: one of them gets through each round. */
const ROUNDS_MAX = 20

interface Importing {
  schoolId: string
  rows: RosterRow[]
  act: TrailEntry
  missing: RosterChoices['missing']
  pact?: Pact
  /** Children from whose change more follows than their line on this roll, and those of them that have left. */
  changed: Set<string>
  left: Set<string>
}

export const importRoster: Handler<'roster.import'> = async (input, session) => {
  const loaded = await loadRoster(input, session)
  if (!loaded.ok) return loaded
  const { roster, digest } = loaded.data
  const rows = roster.children.filter(({ className }) => className === input.className)
  if (digest !== input.digest || rows.length === 0) return refuse('FILE_CHANGED')

  const { schoolId, missing } = input
  const act = noteAct(session, session.identity.role, 'roster.import')
  const pact = await readPactInForce(schoolId, session.now)
  const importing = { schoolId, rows, act, missing, pact, changed: new Set<string>(), left: new Set<string>() }
  const elsewhere = numbersElsewhere(roster.children, input.className)
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const outcome = await importOnce(importing, elsewhere, session)
    if (outcome === 'other') return refuseReused()
    // Nobody comes into a class that has graduated (L13).
    if (outcome === 'graduated') return refuse('FILE_CHANGED')
    if (!outcome) continue
    await followAll([...importing.changed], act)
    return succeed({ ...outcome, left: importing.left.size, unchanged: rows.length - outcome.added })
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
  const left = { 'away.from': { $exists: true }, name: { $in: rows.map(({ name }) => name) } }
  const [inClass, others] = await Promise.all([
    listChildren({ classId }),
    listChildren({ schoolId, $or: [{ no: { $in: numbers } }, left] }),
  ])
  const known = [...inClass, ...others.filter((child) => child.classId !== classId)]
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
  importing: Importing,
  itsClass: ClassDoc,
  known: readonly KnownDoc[],
  elsewhere: ReadonlySet<string>,
): Promise<RosterEntry[]> {
  const { schoolId, rows, act, changed } = importing
  const today = beijingDay(act.at)
  const plan = planImport(
    rows,
    known.map((child) => toKnown(child, today)),
    itsClass._id,
    elsewhere,
  )
  const byId = new Map(known.map((child) => [child._id, child]))
  // The roll is what is stored: a child that has left the class is not on it, one that another import stored is.
  const earlier = new Map(itsClass.roster.map((entry) => [entry.childId, entry]))
  const entries = new Map<string, RosterEntry>()
  for (const child of known) {
    if (child.classId !== itsClass._id || isAway(child.away, today)) continue
    entries.set(child._id, earlier.get(child._id) ?? lineOf(child._id, child))
  }
  const enter = (childId: string, no: string, row: RosterRow) => {
    const nicknames =
      row.nicknames.length > 0 ? row.nicknames : (byId.get(childId)?.nicknames ?? earlier.get(childId)?.nicknames)
    entries.set(childId, lineOf(childId, { no, name: row.name, mark: row.mark, nicknames }))
  }

  for (const { row, child } of plan.present) {
    const no = row.number ?? child.no
    const mark = row.mark ?? child.mark
    const stored = byId.get(child.childId)
    if (stored && (no !== child.no || isChanged(row, child))) {
      await correctChild(stored, itsClass, { ...row, number: no, ...(mark && { mark }) }, importing)
      if (row.name !== child.name || no !== child.no) changed.add(child.childId)
    }
    enter(child.childId, no, { ...row, ...(mark && { mark }) })
  }
  for (const { row, child } of [...plan.moved, ...plan.returned]) {
    const moved = byId.get(child.childId)
    if (moved) await takeIn(moved, itsClass, row, act)
    changed.add(child.childId)
    enter(child.childId, row.number ?? child.no, row)
  }
  for (const childId of await answerMissing(plan.missing, importing)) {
    entries.delete(childId)
    changed.add(childId)
    importing.left.add(childId)
  }
  await closeQuestions(known, plan, act)

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

function isChanged({ name, mark, contacts }: RosterRow, child: KnownChild): boolean {
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
