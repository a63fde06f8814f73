// Decides how a roll reads: as it was taken, or, while nobody has taken it, as it would be.
import { beijingDay, gapOf, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { Contact, Instant, Roll, RollLine } from '@class-pact/core/contract'
import {
  checkTime,
  closeByLeave,
  countRoll,
  fillRoll,
  inRollOrder,
  isOpen,
  type KeptContact,
  type KeptLine,
} from '@class-pact/core/roll'
import type { FoundRoll } from './find-roll'

const NOBODY: ReadonlyMap<string, never> = new Map<string, never>()

/** The lines of a roll: of today the roster as it is now, of a day that is over what was kept. */
function linesOf(found: FoundRoll, now: Instant): Record<string, KeptLine> {
  const { roll, day, place, leaves } = found
  const kept = roll?.lines ?? {}
  if (roll?.takenAt !== undefined && day < beijingDay(now)) return kept
  return fillRoll({ roster: place.roster, leaves, stillAway: stillAway(found) }, kept, NOBODY)
}

/** In the afternoon whoever was away in the morning is away, until a hand says otherwise: the family has been asked already. */
export function stillAway({ half, other }: FoundRoll): ReadonlySet<string> {
  const morning = half === 'pm' ? Object.entries(other?.lines ?? {}) : []
  return new Set(morning.filter(([, { mark }]) => mark === 'absent').map(([childId]) => childId))
}

export function describeRoll(found: FoundRoll, now: Instant): Roll {
  const { place, calendar, day, half, roll } = found
  const lines = linesOf(found, now)
  const gap = gapOf(day, calendar)
  return {
    schoolId: place.schoolId,
    classId: place._id,
    className: place.name,
    ...{ day, half, now },
    dueAt: checkTime(half, calendar),
    ...(!mayBeSchoolDay(day, calendar) && { rest: true as const }),
    ...(gap && { gap }),
    ...(roll?.takenAt !== undefined && { takenAt: roll.takenAt, takenBy: roll.takenBy?.card ?? '' }),
    lines: inRollOrder(lines).map(describeLine),
    counts: countRoll(lines),
    ...(found.cite && { contactCite: found.cite }),
    contacts: Object.entries(closeByLeave(roll?.contacts ?? {}, found.leaves, now))
      .map(([childId, contact]) => describeContact(childId, contact))
      .sort((a, b) => Number(Boolean(a.closed)) - Number(Boolean(b.closed)) || a.since - b.since),
  }
}

function describeLine({
  childId,
  no,
  name,
  mark,
  leave,
  at,
  asks,
  symptoms,
  remark,
  remarkHeld,
}: KeptLine & { childId: string }): RollLine {
  return {
    ...{ childId, no, name, mark },
    ...(leave && { leave }),
    ...(at !== undefined && { at }),
    ...(asks && { asks }),
    ...(symptoms && { symptoms }),
    ...(remark && (remarkHeld ? { remarkHeld } : { remark })),
  }
}

export function describeContact(childId: string, contact: KeptContact): Contact {
  const { notes, closed, owner: _owner, leadersFor: _for, ...kept } = contact
  return {
    childId,
    ...kept,
    notes: notes.map(({ at, by, outcome, cause, words }) => ({ at, by: by.card, outcome, cause, words })),
    ...(!isOpen(contact) && closed && { closed }),
  }
}
