// Decides how a roll reads: as it was taken, or, while nobody has taken it, as it would be.
import { beijingDay, gapOf, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { Contact, ContactNote, Instant, Roll, RollLine } from '@class-pact/core/contract'
import {
  checkTime,
  closeByLeave,
  countRoll,
  fillRoll,
  inRollOrder,
  isOpen,
  type KeptContact,
  type KeptLine,
  type KeptNote,
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
  held,
}: KeptLine & { childId: string }): RollLine {
  return {
    ...{ childId, no, name, mark },
    ...(leave && { leave }),
    ...(at !== undefined && { at }),
    ...(asks && { asks }),
    ...(symptoms && { symptoms }),
    ...(remark && { remark }),
    ...(held && { remarkHeld: true as const }),
  }
}

export function describeContact(childId: string, contact: KeptContact): Contact {
  const { notes, closed, owner: _owner, leadersFor: _for, ...kept } = contact
  return {
    childId,
    ...kept,
    notes: notes.map(({ at, by, outcome, cause, ...said }) => ({ at, by: by.card, outcome, cause, ...readable(said) })),
    ...(!isOpen(contact) && closed && { closed: describeEnd(closed) }),
  }
}

function describeEnd({ words, wordsHeld, ...end }: NonNullable<KeptContact['closed']>): Contact['closed'] {
  return { ...end, ...readable({ words, wordsHeld }) }
}

/** Words that WeChat has not let pass wait unread; that there are some is said (C04). */
function readable({
  words,
  wordsHeld,
}: Pick<KeptNote, 'words' | 'wordsHeld'>): Pick<ContactNote, 'words' | 'wordsHeld'> {
  if (!words) return {}
  return wordsHeld ? { wordsHeld } : { words }
}
