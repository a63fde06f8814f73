// Decides how a missing child is looked for: from the true time on, told after half an hour, ended with a reason (L05).
import type { CheckedWords, Instant } from '../wire'
import type { AbsenceCause, ContactEnd, ContactNote, ContactRecord, Outcome } from './contract'
import type { KeptLine } from './lines'

const MINUTE_MS = 60_000

/** One thing that somebody noted. */
export interface KeptNote {
  /** requestId of the call. */
  id: string
  at: Instant
  by: { card: string }
  outcome: Outcome
  cause?: AbsenceCause
  words?: CheckedWords
  /** WeChat has not let the words pass. */
  wordsHeld?: true
}

/** One child's search, as the roll keeps it. */
export interface KeptContact {
  no: string
  name: string
  why: 'absent' | 'not_back'
  since: Instant
  /** The card of whoever found that the child is not here; absent: the clock did. */
  by?: string
  /** The card of whoever has to look for the child until the leaders are told (H27). */
  owner?: string
  toldAt?: Instant
  notes: KeptNote[]
  dueAt: Instant
  leadersAt?: Instant
  /** For which `dueAt` the leaders were told last: on the way the clock begins anew. */
  leadersFor?: Instant
  closed?: { at: Instant; by: string; how: ContactEnd; cause?: AbsenceCause; words?: CheckedWords; wordsHeld?: true }
}

export const isOpen = ({ closed }: Pick<KeptContact, 'closed'>): boolean => closed === undefined

/** Whether the leaders have to know: nobody has found out for as long as the pact says, to the millisecond. */
export function isDue({ closed, dueAt }: Pick<KeptContact, 'closed' | 'dueAt'>, now: Instant): boolean {
  return closed === undefined && now >= dueAt
}

/** Due, and the leaders do not know yet that it is. */
export const wantsLeaders = (contact: KeptContact, now: Instant): boolean =>
  isDue(contact, now) && (contact.leadersFor ?? 0) < contact.dueAt

/** What is known when a search opens. */
export interface ContactStart {
  why: KeptContact['why']
  since: Instant
  /** After how many the leaders are told, by the pact (L05). */
  minutes: number
  by?: string
  owner?: string
}

export function openContact(
  { no, name }: Pick<KeptLine, 'no' | 'name'>,
  { why, since, minutes, by, owner }: ContactStart,
): KeptContact {
  const whose = { ...(by && { by }), ...(owner && { owner }) }
  return { no, name, why, since, ...whose, notes: [], dueAt: since + minutes * MINUTE_MS }
}

/** Whether an outcome says enough: who was reached says why the child is not here. */
export function isComplete({ outcome, cause, words }: Pick<ContactNote, 'outcome' | 'cause' | 'words'>): boolean {
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
  const { at, by, cause, words, wordsHeld } = note
  const said = { ...(cause && { cause }), ...(words && { words }), ...(wordsHeld && { wordsHeld }) }
  return { ...noted, closed: { at, by: by.card, how, ...said } }
}

/** Ends a search without a note: by leave that came, by another mark. */
export function closeContact(contact: KeptContact, how: ContactEnd, at: Instant, by: string): KeptContact {
  return contact.closed ? contact : { ...contact, closed: { at, by, how } }
}

/** What a roll knows of the searches in it, besides its lines. */
export interface ContactGround {
  minutes: number
  by: string
  at: Instant
  /** When the roll was taken; now, where nobody says. */
  takenAt?: Instant
  owner?: string
  /** Children whose leave is over, and whom nobody has seen since (L08). */
  expected?: ReadonlyMap<string, unknown>
}

/**
 * The searches that a roll's lines ask for: one opens for each child who is not here without leave, and ends when another mark
 * says where the child is. A search that has ended begins anew only by a later mark.
 */
export function followLines(
  lines: Readonly<Record<string, KeptLine>>,
  contacts: Readonly<Record<string, KeptContact>>,
  ground: ContactGround,
): Record<string, KeptContact> {
  const { minutes, by, at, takenAt = at, owner, expected } = ground
  const followed = { ...contacts }
  for (const [childId, line] of Object.entries(lines)) {
    const contact = followed[childId]
    const since = line.at
    if (line.mark === 'absent') {
      if (since === undefined || (contact && !(contact.closed && since > contact.closed.at))) continue
      const why = expected?.has(childId) ? 'not_back' : 'absent'
      const opened = openContact(line, { why, since, minutes, by, owner })
      followed[childId] = { ...opened, notes: contact?.notes ?? [] }
    } else if (contact && isOpen(contact) && isAnswered(line, contact)) {
      const how = line.mark === 'leave' ? 'leave' : isCorrected(line, contact) ? 'corrected' : 'arrived'
      const seen = how === 'leave' ? at : Math.max(since ?? takenAt, contact.since)
      followed[childId] = closeContact(contact, how, seen, by)
    }
  }
  return followed
}

/** Who is looked for since the end of leave is here when any roll of that half says so, also one that came late. */
function isAnswered(line: KeptLine, { why, since }: KeptContact): boolean {
  return line.mark === 'leave' || why === 'not_back' || (line.at ?? 0) > since
}

const isCorrected = ({ mark }: KeptLine, { why }: KeptContact) => mark === 'present' && why === 'absent'

/** Ends the searches for children whose family has handed in leave meanwhile. */
export function closeByLeave(
  contacts: Readonly<Record<string, KeptContact>>,
  leaves: ReadonlyMap<string, unknown>,
  at: Instant,
): Record<string, KeptContact> {
  return Object.fromEntries(
    Object.entries(contacts).map(([childId, contact]) => [
      childId,
      leaves.has(childId) ? closeContact(contact, 'leave', Math.max(at, contact.since), '') : contact,
    ]),
  )
}

/** How many are still looked for. */
export const countOpen = (contacts: Readonly<Record<string, KeptContact>>): number =>
  Object.values(contacts).filter(isOpen).length

/**
 * Whose it was to find out, and from when: the head teacher's until the leaders were told, then theirs. A search that is open
 * after its time is one that nobody has met (H27).
 */
export function owedFor(contact: KeptContact, now: Instant): Pick<ContactRecord, 'owed' | 'unmet'> {
  const { since, owner = '', closed, leadersAt } = contact
  const end = closed?.at ?? now
  const told = leadersAt ?? (isDue(contact, now) ? contact.dueAt : undefined)
  const handed = told === undefined ? end : Math.max(since, Math.min(told, end))
  const leaders = { by: 'leaders' as const, card: '', from: handed, to: end }
  return {
    owed: [
      { by: 'teacher', card: owner, from: since, to: handed },
      ...(told !== undefined && told < end ? [leaders] : []),
    ],
    ...(isDue(contact, now) && { unmet: true as const }),
  }
}
