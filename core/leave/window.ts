// Decides which days a leave may be asked for: none that is over for longer than the pact allows (L14).
import { addDays, beijingDay, lastDayOfSchoolYear } from '../calendar'
import type { Day, Instant, LeaveKind, SchoolCalendar } from '../wire'
import type { LeaveSpan } from './contract'
import { misfitOfClock, planLeave, type LeavePlan } from './span'
/** In the summer holiday, July and August, leave is asked for in the year to come: its first day is not further away. */
const SUMMER_DAYS = 62
/** A school year from today, whatever month it is. */
const YEAR_DAYS = 365

/** What is known of the school where a leave is asked for. */
export interface LeaveGround {
  calendar: SchoolCalendar
  /** How many days sick leave may be handed in late, by the pact in force. */
  lateDays: number
  /** When the leave began that this one is to replace: as far back it may begin, too. */
  replacedFrom?: Day
}

export type LeaveFit =
  | { ok: true; plan: LeavePlan }
  /** A time does not lie in its half day. */
  | { ok: false; code: 'INPUT_INVALID'; field: 'leaveAt' | 'backAt' }
  | { ok: false; code: 'INPUT_INVALID' | 'LEAVE_EMPTY' }
  /** `day`: the first, or the last, that may be asked for. */
  | { ok: false; code: 'LEAVE_LATE' | 'LEAVE_AHEAD'; day: Day }

/** The first and the last day a leave of this kind may cover. Illness comes unasked; everything else is asked for before. */
export function leaveDays(kind: LeaveKind, lateDays: number, now: Instant): { first: Day; last: Day } {
  const today = beijingDay(now)
  const yearEnd = lastDayOfSchoolYear(addDays(today, SUMMER_DAYS))
  const inAYear = addDays(today, YEAR_DAYS)
  return {
    first: kind === 'personal' ? today : addDays(today, -lateDays),
    last: yearEnd < inAYear ? yearEnd : inAYear,
  }
}

/**
 * Whether a leave can be asked for, and what it takes then. Form and server ask here.
 * Errors: those of `planLeave`; LEAVE_LATE and LEAVE_AHEAD with the day up to which it could be.
 */
export function fitLeave(
  { childId, kind, span }: { childId: string; kind: LeaveKind; span: LeaveSpan },
  { calendar, lateDays, replacedFrom }: LeaveGround,
  now: Instant,
): LeaveFit {
  const { first, last } = leaveDays(kind, lateDays, now)
  if (span.from < first && (replacedFrom === undefined || span.from < replacedFrom))
    return { ok: false, code: 'LEAVE_LATE', day: first }
  if (span.to > last) return { ok: false, code: 'LEAVE_AHEAD', day: last }
  const field = misfitOfClock(span)
  if (field) return { ok: false, code: 'INPUT_INVALID', field }
  return planLeave(childId, span, calendar)
}
