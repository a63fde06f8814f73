// Decides how a missing child is looked for: from the true time on, told after half an hour, ended with a reason (L05).
import type { CheckedWords, Instant } from '../wire'
import type { AbsenceCause, ContactEnd, Outcome } from './contract'
import type { KeptLine } from './lines'

const MINUTE_MS = 60_000

/** One thing that somebody noted. */
export interface KeptNote {
  /** requestId of the call. */
  id: string
  at: Instant
  by: { openid: string; card: string }
  outcome: Outcome
  cause?: AbsenceCause
  words?: CheckedWords
}

/** One child's search, as the roll keeps it. */
export interface KeptContact {
  no: string
  name: string
  why: 'absent' | 'not_back'
  since: Instant
  toldAt?: Instant
  notes: KeptNote[]
  dueAt: Instant
  leadersAt?: Instant
  closed?: { at: Instant; by: string; how: ContactEnd; cause?: AbsenceCause; words?: CheckedWords }
}

export const isOpen = ({ closed }: Pick<KeptContact, 'closed'>): boolean => closed === undefined

/** Whether the leaders have to know: nobody has found out for as long as the pact says, to the millisecond. */
export function isDue({ closed, dueAt }: Pick<KeptContact, 'closed' | 'dueAt'>, now: Instant): boolean {
  return closed === undefined && now >= dueAt
}

/** @param minutes after how many the leaders are told, by the pact (L05) */
export function openContact(
  { no, name }: Pick<KeptLine, 'no' | 'name'>,
  why: KeptContact['why'],
  since: Instant,
  minutes: number,
): KeptContact {
  return { no, name, why, since, notes: [], dueAt: since + minutes * MINUTE_MS }
}

/** Whether an outcome says enough: who was reached says why the child is not here. */
export function isComplete({ outcome, cause, words }: Pick<KeptNote, 'outcome' | 'cause' | 'words'>): boolean {
  if (outcome !== 'reached') return true
  return cause !== undefined && (cause !== 'other' || Boolean(words))
}

/**
 * The search after one more note. 未接通 goes on; 在路上 goes on with a clock of its own; any other reason, and the child itself,
 * end it. What is noted of a search that is over changes nothing but the record.
 */
export function noteContact(contact: KeptContact, note: KeptNote, minutes: number): KeptContact {
  const noted = { ...contact, notes: [...contact.notes, note] }
  if (contact.closed || note.outcome === 'no_answer') return noted
  if (note.cause === 'on_way' && note.outcome === 'reached') {
    return { ...noted, dueAt: Math.max(contact.dueAt, note.at + minutes * MINUTE_MS) }
  }
  const how: ContactEnd = note.outcome === 'arrived' ? 'arrived' : 'reached'
  const { at, by, cause, words } = note
  return { ...noted, closed: { at, by: by.card, how, ...(cause && { cause }), ...(words && { words }) } }
}

/** Ends a search without a note: by leave that came, by another mark. */
export function closeContact(contact: KeptContact, how: ContactEnd, at: Instant, by: string): KeptContact {
  return contact.closed ? contact : { ...contact, closed: { at, by, how } }
}

/**
 * The searches that a roll's lines ask for: one opens for each child who is not here without leave, and ends when another mark
 * says where the child is. A search that has ended begins anew only by a later mark.
 */
export function followLines(
  lines: Readonly<Record<string, KeptLine>>,
  contacts: Readonly<Record<string, KeptContact>>,
  { minutes, by, at }: { minutes: number; by: string; at: Instant },
): Record<string, KeptContact> {
  const followed = { ...contacts }
  for (const [childId, line] of Object.entries(lines)) {
    const contact = followed[childId]
    const since = line.at
    if (line.mark === 'absent' && since !== undefined) {
      if (!contact) followed[childId] = openContact(line, 'absent', since, minutes)
      else if (contact.closed && since > contact.closed.at) {
        followed[childId] = { ...openContact(line, 'absent', since, minutes), notes: contact.notes }
      }
    } else if (contact && isOpen(contact) && (line.mark === 'leave' || (since ?? 0) > contact.since)) {
      const how = line.mark === 'leave' ? 'leave' : line.mark === 'present' ? 'corrected' : 'arrived'
      followed[childId] = closeContact(contact, how, how === 'leave' ? at : Math.max(since ?? at, contact.since), by)
    }
  }
  return followed
}

/** How many are still looked for. */
export const countOpen = (contacts: Readonly<Record<string, KeptContact>>): number =>
  Object.values(contacts).filter(isOpen).length
