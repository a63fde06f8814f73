// Decides what one person sees of what is due: their duties, what waits for their part, leaders who is behind.
import { beijingDay } from '@class-pact/core/calendar'
import type { DueRow, DueState, RegistersDue } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import {
  desksOf,
  mayFill,
  mayRead,
  type DutyLine,
  type Register,
  type Tally,
  type Unit,
} from '@class-pact/core/register'
import { isLeader } from '../../common/call/scope'
import type { DutyClass } from './look-up'
import { isTheirs, type Reader } from './reader'
import { fillersWithin, isOfFiller, unitOfFiller, unitsWithin } from './units'
import { waitingRows } from './waiting-rows'
import { countLines, type OnRegister, type World } from './world'

export function readDue(world: World, reader: Reader): RegistersDue {
  const { schoolId, now } = world
  const waiting = world.registers.flatMap((each) => waitingRows(world, each, reader))
  const lines = world.registers.flatMap((each) => rowsOf(world, each, reader))
  const rows = [...waiting, ...lines.filter((line) => !waiting.some((row) => isSame(world, row, line)))].sort(byUrgency)
  return { now, schoolId, rows, ...listsOf(world, reader, rows) }
}

const RANK: Record<DueState, number> = { overdue: 0, due: 1, ahead: 2, done: 3 }
/** The overdue first, then by time. */
const byUrgency = (one: DueRow, other: DueRow) =>
  Number(other.state === 'overdue') - Number(one.state === 'overdue') ||
  Number(one.state === 'done') - Number(other.state === 'done') ||
  one.dueAt - other.dueAt ||
  RANK[one.state] - RANK[other.state]

/** The entry that waits is what the line asks for. */
function isSame({ registers }: World, row: DueRow, line: DueRow): boolean {
  if (row.register !== line.register || row.slot !== line.slot || row.classId !== line.classId) return false
  const register = registers.find(({ id }) => id === row.register)?.register
  return register?.many !== true && line.needed === 1
}

/** The classes that are somebody's as they are here. */
function classesOf({ classes }: World, { identity }: Reader): DutyClass[] {
  const { role, classId, grade } = identity
  if (role === 'head_teacher' || role === 'teacher') return classes.filter(({ _id }) => _id === classId)
  return classes.filter(({ name }) => !grade || gradeOfClass(name) === grade)
}

function rowsOf(world: World, on: OnRegister, reader: Reader): DueRow[] {
  const { register } = on
  const { identity, openid } = reader
  const desks: readonly string[] = desksOf(identity)
  const { by } = register.parts[0]
  const fills = by.some((desk) => desks.includes(desk))
  if (identity.role === 'guardian') return fills ? familyRows(world, on, reader) : []
  const isDone = doneFor(register, (part) => part.by.some((desk) => desks.includes(desk)))
  const classes = classesOf(world, reader)
  if (fills && isOfFiller(register)) {
    return shown(world, countLines(world, on, [unitOfFiller(register, openid)], isDone)).map((line) =>
      describe(world, on, line),
    )
  }
  if (fills && isTheirs(by, identity)) {
    const marked = markedRows(world, on, classes, isDone)
    const units = unitsWithin(register, classes, world).map((unit) => (marked.length > 0 ? withoutMarked(unit) : unit))
    return [...gather(world, on, units, isDone, reader), ...marked]
  }
  return isLeader(identity) ? behindRows(world, on, reader) : []
}

/** Whoever has a child that needs more sees it by name, until it has what it needs (H02). */
function markedRows(
  world: World,
  on: OnRegister,
  classes: readonly DutyClass[],
  isDone: (tally: Tally) => boolean,
): DueRow[] {
  const { quota } = on.register
  const [only, ...others] = classes
  if (!only || others.length > 0 || quota?.per !== 'subject' || quota.marked === undefined) return []
  return only.children
    .filter(({ id }) => world.marked.has(id))
    .flatMap(({ id, name = '' }) => {
      const unit: Unit = { kind: 'subject', id, classId: only._id, children: [{ id, isMarked: true }] }
      return shown(world, countLines(world, on, [unit], isDone)).map((line) => ({
        ...describe(world, on, line),
        ...{ classId: only._id, className: only.name, subject: { id, name } },
      }))
    })
}

const withoutMarked = (unit: Unit): Unit => ({
  ...unit,
  ...(unit.children && { children: unit.children.filter(({ isMarked }) => !isMarked) }),
})

/** An entry that waits for others is done as far as it is somebody's. */
export const doneFor =
  ({ parts }: Register, isMine: (part: Register['parts'][number]) => boolean) =>
  (tally: Tally): boolean =>
    parts.every((part) => part.optional || !isMine(part) || tally.parts.includes(part.id))

/** How many are behind, of classes or of those who fill it; before it is due nobody is. */
function behindRows(world: World, on: OnRegister, reader: Reader): DueRow[] {
  const { register } = on
  const desks: readonly string[] = desksOf(reader.identity)
  // What waits for the leader's own part is not the others' to do.
  const isDone = doneFor(register, (part) => !part.by.every((desk) => desks.includes(desk)))
  const units = isOfFiller(register)
    ? fillersWithin(register, world.classes).map((openid) => unitOfFiller(register, openid))
    : unitsWithin(register, world.classes, world)
  if (register.parts[0].by.every((desk) => desk === 'guardian')) return []
  return gather(world, on, units, isDone, reader).filter(({ state }) => state === 'overdue')
}

function familyRows(world: World, on: OnRegister, { children }: Reader): DueRow[] {
  if (on.register.about !== 'child' && on.register.about !== 'family') return []
  const isDone = doneFor(on.register, (part) => part.by.includes('guardian'))
  return children.flatMap(({ childId, childName, classId, className }) =>
    shown(world, countLines(world, on, [{ kind: 'subject', id: childId, classId }], isDone)).map((line) => ({
      ...describe(world, on, line),
      ...{ classId, className, subject: { id: childId, name: childName } },
    })),
  )
}

/** What is done stays until its time is over. */
const shown = ({ now }: World, lines: readonly DutyLine[]): DutyLine[] =>
  lines.filter(({ state, slot }) => state !== 'done' || slot.to >= beijingDay(now))

/** One class by itself; several as one row: how many of them are done. */
function gather(
  world: World,
  on: OnRegister,
  units: readonly Unit[],
  isDone: (tally: Tally) => boolean,
  { identity }: Reader,
): DueRow[] {
  const lines = countLines(world, on, units, isDone)
  const { classId, className } = identity
  const place = classId && on.register.about !== 'school' ? { classId, ...(className && { className }) } : {}
  const slots = [...new Map(lines.map(({ slot }) => [slot.key, slot])).values()]
  return slots.flatMap((slot) => {
    const here = lines.filter((line) => line.slot.key === slot.key).sort(byTime)
    const [only] = here
    if (!only) return []
    const line: DutyLine = here.length === 1 ? only : { ...only, ...together(here) }
    return shown(world, [line]).map((each) => ({ ...describe(world, on, each), ...place }))
  })
}

/** What is left first; of what came at different times, what is due first. */
const byTime = (one: DutyLine, other: DutyLine) =>
  Number(one.state === 'done') - Number(other.state === 'done') || one.slot.dueAt - other.slot.dueAt

function together(lines: readonly DutyLine[]): Pick<DutyLine, 'done' | 'needed' | 'state'> {
  const left = lines.filter(({ state }) => state !== 'done').map(({ state }) => state)
  const state = (['overdue', 'due', 'ahead'] as const).find((each) => left.includes(each)) ?? 'done'
  return { done: lines.length - left.length, needed: lines.length, state }
}

function describe({ schoolId }: World, { id, register }: OnRegister, { slot, state, done, needed }: DutyLine): DueRow {
  const { title, area, grid } = register
  const { key, from, dueAt } = slot
  return { register: id, title, area, ...(grid && { grid }), schoolId, slot: key, from, dueAt, state, done, needed }
}

/** What can be filled at any time, and what can be looked through. */
function listsOf(
  { registers }: World,
  { identity }: Reader,
  rows: readonly DueRow[],
): Pick<RegistersDue, 'open' | 'readable'> {
  const desks = desksOf(identity)
  const { classId, className } = identity
  const line = ({ id, register: { title, area, grid } }: OnRegister) => ({
    ...{ register: id, title, area },
    ...(grid && { grid }),
    ...(classId && { classId }),
    ...(className && { className }),
  })
  const isDue = (id: string) => rows.some((row) => row.register === id && row.entryId === undefined)
  return {
    open: registers
      .filter(({ id, register }) => !isDue(id) && desks.some((desk) => mayFill(register, 'fill', desk)))
      .map(line),
    readable: registers.filter(({ register }) => desks.some((desk) => mayRead(register, desk))).map(line),
  }
}
