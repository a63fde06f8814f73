// Decides which school days and half days a leave covers, and which slots it takes so that no two leaves overlap.
import { addDays, beijingClock, beijingDay, halvesOf } from '../calendar'
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
}

export type PlannedLeave = { ok: true; plan: LeavePlan } | { ok: false; code: 'LEAVE_EMPTY' | 'INPUT_INVALID' }

const slotOf = (childId: string, day: Day, half: Half) => `${childId}:${day}:${half}`

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
    },
  }
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
export function cutAtReturn(
  { slots, dates }: Pick<LeavePlan, 'slots' | 'dates'>,
  leaveId: string,
  now: Instant,
): Pick<LeavePlan, 'slots' | 'dates'> {
  const today = beijingDay(now)
  const half: Half = beijingClock(now) < NOON ? 'am' : 'pm'
  const used = slots.filter((slot) => {
    const [day = '', slotHalf = ''] = slot.split(':').slice(-2)
    return day < today || (day === today && slotHalf <= half)
  })
  return { slots: used.length > 0 ? used : freeSlots(leaveId), dates: dates.filter((day) => day <= today) }
}

/** The instant-free start of a leave: whether it has begun at `now`. */
export function hasBegun(span: LeaveSpan, now: Instant): boolean {
  const today = beijingDay(now)
  return span.from < today || (span.from === today && (span.fromHalf === 'am' || beijingClock(now) >= NOON))
}
