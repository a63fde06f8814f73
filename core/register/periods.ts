// Decides when a register has to be filled: in which slot a day lies, until when, and which slots still show.
import {
  addDays,
  beijingDay,
  gapBetween,
  instantOf,
  lastDayOfSchoolYear,
  mayBeSchoolDay,
  daysBetween,
  termOn,
} from '../calendar'
import type { Day, DaySpan, Instant, SchoolCalendar } from '../wire'
import { amountOf, clockOf, type Values } from './settings'
import { afterSchoolDays, endOfWeek, firstTermOf, lastSchoolDay, mondayOf, schoolYearOf } from './terms'
import type { Period, Register, Slot } from './types'

/** Where a paper says neither: 开学第二周内 (D06), and as long before the end. */
const TERM_WEEKS = 2
/** Nobody uses the product earlier or later (core/wire/limits.ts: INSTANT_MIN, INSTANT_MAX). */
const FIRST_DAY = '2020-01-01'
const LAST_DAY = '2099-12-31'

/** Four weeks of school: what is asked once of every device and teacher of a school is not done in fewer (S4 says no time). */
const ONCE_SCHOOL_DAYS = 20

/** How many slots before the present one still show what is undone in them, and how far apart two days of a search may be. */
const LOOKS: Record<Exclude<Period['kind'], 'once' | 'event'>, { back: number; step: number; search: number }> = {
  day: { back: 5, step: 1, search: 150 },
  week: { back: 1, step: 7, search: 30 },
  month: { back: 1, step: 28, search: 8 },
  term: { back: 1, step: 7, search: 60 },
  year: { back: 1, step: 365, search: 2 },
}

const endOf = (day: Day): Instant => instantOf(day, '24:00')

/** Where the day it is due on hangs on days of which nobody knows whether there is school, the slot says so. */
function slot(key: string, span: DaySpan, dueAt: Instant, calendar: SchoolCalendar, unsure?: DaySpan): Slot {
  const gap = unsure && gapBetween(unsure.from, unsure.to, calendar)
  return { key, ...span, dueAt, ...(gap && { gap }) }
}

/** Many registers have the same period, and each asks for a dozen days: what is known of a calendar goes with it. */
const KNOWN = new WeakMap<SchoolCalendar, Map<string, Slot | undefined>>()

/**
 * The slot that a day lies in; undefined: on that day nothing of it can be due.
 * @param since of `once`: the day it was switched on, or what it is about came; absent: it is never late.
 */
export function slotOn(
  { period }: Pick<Register, 'period'>,
  values: Values,
  day: Day,
  calendar: SchoolCalendar,
  since?: Day,
): Slot | undefined {
  const known = KNOWN.get(calendar) ?? new Map<string, Slot | undefined>()
  KNOWN.set(calendar, known)
  const name = JSON.stringify([settle(period, values), day, since])
  if (!known.has(name)) known.set(name, reckonSlot(period, values, day, calendar, since))
  return known.get(name)
}

/** All that a slot hangs on beside day and calendar. */
function settle(period: Period, values: Values): unknown[] {
  switch (period.kind) {
    case 'day':
      return [period.kind, clockOf(period.before, values)]
    case 'week':
      return [period.kind, period.on, period.every === undefined ? 1 : amountOf(period.every, values)]
    case 'month':
      return [period.kind, period.on]
    case 'term':
      return [period.kind, period.at, period.weeks === undefined ? undefined : amountOf(period.weeks, values)]
    case 'year':
      return [period.kind, period.weeks === undefined ? undefined : amountOf(period.weeks, values)]
    default:
      return [period.kind]
  }
}

function reckonSlot(
  period: Period,
  values: Values,
  day: Day,
  calendar: SchoolCalendar,
  since: Day | undefined,
): Slot | undefined {
  switch (period.kind) {
    case 'day': {
      const span = { from: day, to: day }
      if (!mayBeSchoolDay(day, calendar)) return undefined
      return slot(day, span, instantOf(day, clockOf(period.before, values)), calendar, span)
    }
    case 'week':
      return weekSlot(period, values, day, calendar)
    case 'month':
      return monthSlot(period, day, calendar)
    case 'term':
      return termSlot(period, values, day, calendar)
    case 'year':
      return yearSlot(period, values, day, calendar)
    case 'once': {
      const span = { from: since ?? FIRST_DAY, to: LAST_DAY }
      return slot('once', span, endOf(since === undefined ? LAST_DAY : lastDayOfOnce(since, calendar)), calendar)
    }
    case 'event':
      return slot('-', { from: day, to: day }, endOf(day), calendar)
  }
}

/** The end of the term that it is asked in; where that is sooner than four weeks of school, these: nobody is late in the holidays. */
function lastDayOfOnce(since: Day, calendar: SchoolCalendar): Day {
  const end = termOn(since, calendar)?.to ?? since
  const grace = afterSchoolDays(since, ONCE_SCHOOL_DAYS, calendar)
  return end > grace ? end : grace
}

type PeriodOf<Kind extends Period['kind']> = Extract<Period, { kind: Kind }>

/** Every n-th week of a term: n weeks from its first week on, cut where the next term's first week begins. */
function weekSlot(period: PeriodOf<'week'>, values: Values, day: Day, calendar: SchoolCalendar): Slot | undefined {
  const span = weeksOf(Math.max(period.every === undefined ? 1 : amountOf(period.every, values), 1), day, calendar)
  const last = lastSchoolDay(span, calendar)
  if (last === undefined) return undefined
  const monday = mondayOf(last)
  const wished = period.on === undefined ? last : addDays(monday, period.on - 1)
  const due = mayBeSchoolDay(wished, calendar) ? wished : last
  return slot(`w${span.from}`, span, endOf(due), calendar, { from: monday, to: addDays(monday, 6) })
}

function weeksOf(every: number, day: Day, calendar: SchoolCalendar): DaySpan {
  const monday = mondayOf(day)
  const week = { from: monday, to: addDays(monday, 6) }
  if (every === 1) return week
  // A week in which one term ends and the next begins is the next one's first.
  const term = termOn(week.to, calendar) ?? termOn(week.from, calendar)
  if (!term) return week
  const from = addDays(
    mondayOf(term.from),
    Math.floor(daysBetween(mondayOf(term.from), monday) / 7 / every) * every * 7,
  )
  const lastMonday = mondayOf(term.to)
  const next = termOn(addDays(lastMonday, 6), calendar)
  const end = next && next.from !== term.from ? addDays(lastMonday, -1) : addDays(lastMonday, 6)
  const to = addDays(from, every * 7 - 1)
  return { from, to: to < end ? to : end }
}

function monthSlot(period: PeriodOf<'month'>, day: Day, calendar: SchoolCalendar): Slot | undefined {
  const from = `${day.slice(0, 7)}-01`
  const span = { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
  const last = lastSchoolDay(span, calendar)
  if (last === undefined) return undefined
  const isOnLast = period.on === 'last_working_day'
  return slot(`m${day.slice(0, 7)}`, span, endOf(isOnLast ? last : span.to), calendar, {
    from: isOnLast ? last : span.to,
    to: span.to,
  })
}

function termSlot(period: PeriodOf<'term'>, values: Values, day: Day, calendar: SchoolCalendar): Slot | undefined {
  const term = termOn(day, calendar)
  if (!term) return undefined
  const at = period.at ?? (period.weeks === undefined ? undefined : 'begin')
  const key = `t${term.from}`
  if (at === undefined) return slot(key, term, endOf(term.to), calendar)
  const weeks = Math.max(period.weeks === undefined ? TERM_WEEKS : amountOf(period.weeks, values), 1)
  const begin = endOfWeek(term, weeks, calendar)
  const first = { from: term.from, to: begin }
  if (at === 'begin') return slot(key, term, endOf(begin), calendar, first)
  const lastWeeks = addDays(term.to, 1 - 7 * weeks)
  const end = lastWeeks > begin ? lastWeeks : addDays(begin, 1)
  if (day >= end) return slot(at === 'both' ? `${key}:end` : key, { from: end, to: term.to }, endOf(term.to), calendar)
  if (at === 'end') return undefined
  return slot(`${key}:begin`, { from: term.from, to: addDays(end, -1) }, endOf(begin), calendar, first)
}

function yearSlot(period: PeriodOf<'year'>, values: Values, day: Day, calendar: SchoolCalendar): Slot {
  const year = schoolYearOf(day)
  const span = { from: `${year}-09-01`, to: lastDayOfSchoolYear(day) }
  const key = `y${year}`
  if (period.weeks === undefined) return slot(key, span, endOf(span.to), calendar)
  const term = firstTermOf(year, calendar)
  const due = endOfWeek(term, amountOf(period.weeks, values), calendar)
  return slot(key, span, endOf(due), calendar, { from: term.from, to: due })
}

const KEY = /^(?:[wt]?(\d{4}-\d{2}-\d{2})|m(\d{4}-\d{2})|y(\d{4}))(:begin|:end)?$/

/** The slot of a key; undefined: it has none of that key, and of an event only its day says which. */
export function findSlot(
  register: Pick<Register, 'period'>,
  values: Values,
  key: string,
  calendar: SchoolCalendar,
  since?: Day,
): Slot | undefined {
  if (register.period.kind === 'event') return undefined
  const day = key === 'once' ? FIRST_DAY : dayInside(key, calendar)
  const found = day && slotOn(register, values, day, calendar, since)
  return found && found.key === key ? found : undefined
}

/** A day that lies in the slot of a key, if there is one. */
function dayInside(key: string, calendar: SchoolCalendar): Day | undefined {
  const [, day, month, year, part] = KEY.exec(key) ?? []
  const from = day ?? (month ? `${month}-01` : year && `${year}-09-01`)
  // 30 February reads as a day in March.
  if (!from || addDays(from, 0) !== from) return undefined
  if (!key.startsWith('t') || part === ':begin') return from
  // The whole term, or its end: its last day lies in both.
  return termOn(from, calendar)?.to
}

/** The present slot, where there is one, and those before it that still show; the oldest first. */
export function slotsLookedAt(
  register: Pick<Register, 'period'>,
  values: Values,
  now: Instant,
  calendar: SchoolCalendar,
  since?: Day,
): Slot[] {
  const today = beijingDay(now)
  const { kind } = register.period
  if (kind === 'event') return []
  const present = slotOn(register, values, today, calendar, since)
  if (kind === 'once') return present && today >= present.from ? [present] : []
  const { back, step, search } = LOOKS[kind]
  const slots = present ? [present] : []
  let day = present ? addDays(present.from, -1) : addDays(today, -step)
  for (let tries = 0; tries < search && slots.length < back + Number(present !== undefined); tries++) {
    const before = slotOn(register, values, day, calendar)
    if (before) slots.unshift(before)
    day = before ? addDays(before.from, -1) : addDays(day, -step)
  }
  return slots
}
