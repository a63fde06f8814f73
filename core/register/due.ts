// Decides what of a register is due in a slot: so many of how many, and whether that is ahead, due, done or overdue.
import { addDays, beijingDay, instantOf } from '../calendar'
import type { Day, Instant, SchoolCalendar } from '../wire'
import { findSlot, slotOn, slotsLookedAt } from './periods'
import { amountOf, keptSince, settingOn, valuesOf, type Values } from './settings'
import type { Contact, DutyLine, Period, Register, Setting, Slot, Tally, Unit } from './types'

/** What is asked of one register: for which units, and what is there already. */
export interface Duties {
  id: string
  register: Register
  settings: readonly Setting[]
  calendar: SchoolCalendar
  now: Instant
  units: readonly Unit[]
  /** Of any register; only those that are done count. */
  tallies: readonly Tally[]
  contacts: readonly Contact[]
}

/**
 * Every duty of the units in the slots that still show, the oldest slot first. A register that is off has none; a slot that
 * began before it was switched on is not asked, and each is judged by the numbers that held when it began. What is done
 * counts when all its parts are, but for the optional ones. A rate has no line: `shareOf` says it.
 */
export function linesOf({ id, register, settings, calendar, now, units, tallies, contacts }: Duties): DutyLine[] {
  const today = beijingDay(now)
  const since = keptSince(settings, id, today)
  if (since === undefined || register.quota?.per === 'rate') return []
  const own = tallies.filter((tally) => tally.register === id && tally.state === 'done')
  return slotsLookedAt(register, valuesOn(today), now, calendar, since)
    .filter(({ from }) => from >= since)
    .flatMap((looked) => {
      const values = valuesOn(looked.from)
      const slot = findSlot(register, values, looked.key, calendar, since) ?? looked
      const counts = countIn(slot, own, contactsIn(id, register, slot, contacts))
      return units.flatMap((unit): DutyLine[] => {
        const head = newHeadOf(register, unit, slot)
        const itsSlot = head ? renewed(register, slot, values, head.since) : slotFor(unit, slot)
        const itsCounts = head
          ? countIn(
              slot,
              own.filter(({ by }) => by === head.openid),
              [],
            )
          : counts
        const { done, needed } = amountsOf(register, values, unit, itsCounts)
        const state = stateIn(register, itsSlot, now, done >= needed)
        return needed > 0 ? [{ register: id, slot: itsSlot, unit, done, needed, state }] : []
      })
    })

  /** What is asked once of everything is asked of what came later from then on. */
  function slotFor({ since: came = '' }: Unit, slot: Slot): Slot {
    if (register.period.kind !== 'once' || came <= slot.from) return slot
    return slotOn(register, valuesOn(today), came, calendar, came) ?? slot
  }

  function valuesOn(day: Day): Values {
    return valuesOf(register, settingOn(settings, id, day))
  }
}

/** Who came to lead the class after a slot had begun, where that asks for it anew (E02). */
const newHeadOf = ({ renews }: Register, { head }: Unit, { from, to }: Slot): Unit['head'] =>
  renews && head && head.since > from && head.since <= to ? head : undefined

/** They have as many weeks as there are from the beginning of the slot. */
function renewed({ period }: Register, slot: Slot, values: Values, since: Day): Slot {
  const weeks = period.kind === 'year' && period.weeks !== undefined ? amountOf(period.weeks, values) : 0
  return { ...slot, dueAt: Math.max(slot.dueAt, instantOf(addDays(since, 7 * weeks), '24:00')) }
}

/** How often each child or thing, each person, each class stands in a slot. */
interface Counts {
  ofSubject: ReadonlyMap<string, number>
  ofFiller: ReadonlyMap<string, number>
  ofClass: ReadonlyMap<string, number>
  all: number
}

function countIn(slot: Slot, tallies: readonly Tally[], contacts: readonly Contact[]): Counts {
  const [ofSubject, ofFiller, ofClass] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ]
  let all = 0
  const add = (counts: Map<string, number>, key: string | undefined, times: number) => {
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + times)
  }
  const note = (subject: string, by: string, classId: string | undefined, times: number) => {
    add(ofSubject, subject, times)
    add(ofFiller, by, times)
    add(ofClass, classId, times)
    all += times
  }
  for (const { slot: key, subject, by, classId, times } of tallies)
    if (key === slot.key) note(subject, by, classId, times)
  for (const { childId, by, classId } of contacts) note(childId, by, classId, 1)
  return { ofSubject, ofFiller, ofClass, all }
}

/** Contacts that count in a slot without being typed again; an entry of the register itself is counted as one already. */
function contactsIn(id: string, { feeds }: Register, { from, to }: Slot, contacts: readonly Contact[]): Contact[] {
  if (!feeds?.contacts) return []
  const { ways } = feeds.contacts
  return contacts.filter(({ register, way, at }) => {
    const day = beijingDay(at)
    return register !== id && (!ways || ways.includes(way)) && day >= from && day <= to
  })
}

type Amounts = Pick<DutyLine, 'done' | 'needed'>

function amountsOf({ about, quota }: Register, values: Values, unit: Unit, counts: Counts): Amounts {
  const children = unit.children ?? []
  const count = (subject: string) => counts.ofSubject.get(subject) ?? 0
  switch (quota?.per) {
    case 'filler':
      return { done: countOfUnit(unit, counts), needed: amountOf(quota.least, values) }
    case 'share':
      return {
        done: children.filter(({ id }) => count(id) > 0).length,
        needed: Math.ceil((children.length * amountOf(quota.percent, values)) / 100),
      }
    default: {
      const least = quota?.per === 'subject' ? amountOf(quota.least, values) : 1
      const marked = quota?.per === 'subject' && quota.marked !== undefined ? amountOf(quota.marked, values) : least
      const isOfChildren = (about === 'child' || about === 'family') && unit.kind !== 'subject'
      const subjects = isOfChildren ? children : [{ id: unit.id, isMarked: children[0]?.isMarked ?? false }]
      const needs = subjects.map(({ id, isMarked }) => ({ id, need: isMarked ? Math.max(least, marked) : least }))
      // Three for one child are none for another.
      return {
        done: needs.reduce((sum, { id, need }) => sum + Math.min(count(id), need), 0),
        needed: needs.reduce((sum, { need }) => sum + need, 0),
      }
    }
  }
}

function countOfUnit({ kind, id }: Unit, { ofFiller, ofClass, ofSubject, all }: Counts): number {
  switch (kind) {
    case 'filler':
      return ofFiller.get(id) ?? 0
    case 'class':
      return ofClass.get(id) ?? 0
    case 'subject':
      return ofSubject.get(id) ?? 0
    case 'school':
      return all
  }
}

function stateIn(register: Register, slot: Slot, now: Instant, isDone: boolean): DutyLine['state'] {
  if (isDone) return 'done'
  if (now >= slot.dueAt) return 'overdue'
  return beijingDay(now) < opensOn(register, slot) ? 'ahead' : 'due'
}

/** What has a week to it is due in its last week, what has months in its last four. */
const WEEK_DAYS = 7
const LONG_DAYS = 28

/** The day from which on a slot is due: what is due on a very day on that day, what is short as soon as it begins. */
function opensOn({ period }: Register, { from, dueAt }: Slot): Day {
  const days = daysDue(period)
  const opens = days === undefined ? from : addDays(beijingDay(dueAt - 1), 1 - days)
  return opens > from ? opens : from
}

/** How many days something is due; undefined: as long as its slot lasts. */
function daysDue(period: Period): number | undefined {
  switch (period.kind) {
    case 'week':
      return period.on === undefined ? WEEK_DAYS : 1
    case 'month':
      return period.on === undefined ? WEEK_DAYS : 1
    case 'term':
      return period.at === undefined && period.weeks === undefined ? LONG_DAYS : undefined
    case 'year':
      return period.weeks === undefined ? LONG_DAYS : undefined
    default:
      return undefined
  }
}
