// Decides which school days and half days a leave covers, and which slots it takes so that no two leaves overlap.
import { addDays, beijingClock, beijingDay, halvesOf, mayBeSchoolDay, nextSchoolDay } from '../calendar'
import { limits, type Day, type Half, type Instant, type SchoolCalendar } from '../wire'
import type { LeaveSpan } from './contract'
/** When the afternoon begins. */
const NOON = '12:00'

export interface LeavePlan {
  /** `<childId>:<day>:<half>`: a unique index over them lets only one of two overlapping leaves in. */
  slots: string[]
  /** School days covered, wholly or half. */
  dates: Day[]
  /** A half counts 0.5. */
  days: number
  /** When the child is expected again (L08); absent: the calendar has no school day in sight. */
  back?: SchoolHalf
}

/** One half of a school day. */
export interface SchoolHalf {
  day: Day
  half: Half
}

export type PlannedLeave = { ok: true; plan: LeavePlan } | { ok: false; code: 'LEAVE_EMPTY' | 'INPUT_INVALID' }

const slotOf = (childId: string, day: Day, half: Half) => `${childId}:${day}:${half}`

/** Which of a span's times does not lie in the half day that it stands for; undefined: none. */
export function misfitOfClock({
  from,
  fromHalf,
  to,
  toHalf,
  leaveAt,
  backAt,
}: LeaveSpan): 'leaveAt' | 'backAt' | undefined {
  if (leaveAt !== undefined && halfAt(leaveAt) !== fromHalf) return 'leaveAt'
  if (backAt === undefined) return undefined
  const isOneHalf = from === to && fromHalf === toHalf
  const isBackwards = isOneHalf && leaveAt !== undefined && backAt <= leaveAt
  return halfAt(backAt) !== toHalf || isBackwards ? 'backAt' : undefined
}

const halfAt = (clock: string): Half => (clock < NOON ? 'am' : 'pm')

/**
 * Plans a leave. Errors: INPUT_INVALID when the end comes before the start or the span is longer than a term,
 * LEAVE_EMPTY when it holds no school day.
 */
export function planLeave(childId: string, span: LeaveSpan, calendar: SchoolCalendar): PlannedLeave {
  const backwards = span.to < span.from || (span.to === span.from && span.fromHalf === 'pm' && span.toHalf === 'am')
  if (backwards || span.to >= addDays(span.from, limits.LEAVE_DAYS_MAX)) return { ok: false, code: 'INPUT_INVALID' }
  const halves = halvesOf(span, calendar)
  if (halves.length === 0) return { ok: false, code: 'LEAVE_EMPTY' }
  return {
    ok: true,
    plan: {
      slots: halves.map(({ day, half }) => slotOf(childId, day, half)),
      dates: [...new Set(halves.map(({ day }) => day))],
      days: halves.length / 2,
      ...backAfter(span, calendar),
    },
  }
}

/** The first half school day after a span. */
function backAfter({ to, toHalf }: LeaveSpan, calendar: SchoolCalendar): Pick<LeavePlan, 'back'> {
  if (toHalf === 'am' && mayBeSchoolDay(to, calendar)) return { back: { day: to, half: 'pm' } }
  const day = nextSchoolDay(to, calendar)
  return day > to ? { back: { day, half: 'am' } } : {}
}

/** Whether two leaves of one child want the same half school day: the second is refused. */
export function sharesHalf(a: LeaveSpan, b: LeaveSpan, calendar: SchoolCalendar): boolean {
  const [plan, other] = [a, b].map((span) => planLeave('', span, calendar))
  return plan?.ok === true && other?.ok === true && other.plan.slots.some((slot) => plan.plan.slots.includes(slot))
}

/** What a leave holds after it was rejected or withdrawn: nothing that stands in another's way. */
export function freeSlots(leaveId: string): string[] {
  return [`free:${leaveId}`]
}

/** What is left of slots and dates when the child is back: up to and including the half day it is now. */
export function cutAtReturn(leave: Covered, leaveId: string, now: Instant): Covered {
  const today = beijingDay(now)
  const half = halfAt(beijingClock(now))
  return keepSlots(leave, leaveId, (slot) => slot.day < today || (slot.day === today && slot.half <= half))
}

/** What is left when the child is seen at school in a half day: what lies before it, for this one was no leave. */
export function cutBefore(leave: Covered, leaveId: string, seen: SchoolHalf): Covered {
  return keepSlots(leave, leaveId, (slot) => isBefore(slot, seen))
}

/** Whether a leave's first half day is not after this one: somebody seen in it is back from that leave. */
export function reaches({ slots }: Pick<Covered, 'slots'>, { day, half }: SchoolHalf): boolean {
  return slots.flatMap(halfOf).some((slot) => !isBefore({ day, half }, slot))
}

type Covered = Pick<LeavePlan, 'slots' | 'dates'>

function keepSlots({ slots }: Pick<Covered, 'slots'>, leaveId: string, keeps: (slot: SchoolHalf) => boolean): Covered {
  return holdSlots(
    slots.filter((slot) => halfOf(slot).some(keeps)),
    leaveId,
  )
}

/** What a leave holds: these half days and their days, or nothing that stands in another's way. */
export function holdSlots(slots: string[], leaveId: string): Covered {
  return { slots: slots.length > 0 ? slots : freeSlots(leaveId), dates: datesOf(slots) }
}

/** The school days in which these half days lie. */
export function datesOf(slots: readonly string[]): Day[] {
  return [...new Set(slots.flatMap(halfOf).map(({ day }) => day))]
}

/**
 * What is left of a leave whose place another takes: the half days that have begun and lie before the other's first, for the
 * child was away then.
 */
export function cutForOther(
  { slots }: Pick<Covered, 'slots'>,
  leaveId: string,
  wants: readonly string[],
  now: Instant,
): Covered {
  const [first] = wants.flatMap(halfOf).sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const today = { day: beijingDay(now), half: halfAt(beijingClock(now)) }
  return keepSlots({ slots }, leaveId, (slot) => first !== undefined && isBefore(slot, first) && !isBefore(today, slot))
}

/** The half day that a slot takes; none for one that is free. */
export function halfOf(slot: string): SchoolHalf[] {
  const [day, half] = slot.split(':').slice(-2)
  return day !== undefined && (half === 'am' || half === 'pm') ? [{ day, half }] : []
}

const isBefore = (a: SchoolHalf, b: SchoolHalf) => a.day < b.day || (a.day === b.day && a.half < b.half)

/** The instant-free start of a leave: whether it has begun at `now`. */
export function hasBegun(span: LeaveSpan, now: Instant): boolean {
  const today = beijingDay(now)
  return span.from < today || (span.from === today && (span.fromHalf === 'am' || beijingClock(now) >= NOON))
}
