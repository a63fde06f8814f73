// Decides whose turn it is in a talk: what of a family waits for an answer, since when, and whether the matter is closed.
import type { Instant } from '../wire'
import type { LetterState, TalkEvent, TalkLetter, TalkState } from './contract'

/** What of a letter decides whose turn it is. */
export interface Turn {
  by: { side: TalkLetter['side'] }
  state: LetterState
  at: Instant
  arrivesAt: Instant
  /** When it was let through, if not at once. */
  sentAt?: Instant
}

export interface Thread {
  letters: readonly Turn[]
  events: readonly Pick<TalkEvent, 'kind' | 'at'>[]
}

export type Side = 'family' | 'school'

export const sideOf = ({ by }: Pick<Turn, 'by'>): Side => (by.side === 'family' ? 'family' : 'school')

/** The other side reads a letter that was let through and has arrived; the own side also one that is on its way. */
export function isVisible(letter: Turn, to: Side, now: Instant): boolean {
  return letter.state === 'sent' && (sideOf(letter) === to || letter.arrivesAt <= now)
}

const saidAt = ({ at, sentAt }: Turn): Instant => sentAt ?? at
const times = ({ events }: Thread, ...kinds: TalkEvent['kind'][]): Instant[] =>
  events.filter(({ kind }) => kinds.includes(kind)).map(({ at }) => at)

/**
 * Since when somebody of the family waits; later than now: it has not arrived yet. Undefined: nothing waits. A matter that was
 * handed to the leaders waits for their word, and no longer for the teacher's (G07).
 */
export function waitsSince(thread: Thread): Instant | undefined {
  const handed = times(thread, 'passed', 'asked')
  const firstHanded = Math.min(...handed)
  const sent = thread.letters.map((letter, place) => ({ ...letter, place })).filter(({ state }) => state === 'sent')
  const answers = sent.filter(
    (letter) => letter.by.side === 'leader' || (letter.by.side === 'staff' && saidAt(letter) < firstHanded),
  )
  const settledAt = Math.max(...times(thread, 'closed', 'thanked'))
  const isOpen = (at: Instant, place = -1) =>
    at > settledAt && answers.every((answer) => at > saidAt(answer) || (at === saidAt(answer) && place > answer.place))
  const asked = sent.filter(({ by, arrivesAt, place }) => by.side === 'family' && isOpen(arrivesAt, place))
  const open = [...asked.map(({ arrivesAt }) => arrivesAt), ...handed.filter((at) => isOpen(at))]
  return open.length > 0 ? Math.min(...open) : undefined
}

/** The thread as far as one side knows it. */
export function seenBy({ letters, events }: Thread, side: Side, now: Instant): Thread {
  return { letters: letters.filter((letter) => isVisible(letter, side, now)), events }
}

/** Closed until another letter arrives, which opens the matter again. */
export function isClosed({ letters, events }: Thread): boolean {
  const closedAt = Math.max(...times({ letters, events }, 'closed'))
  const since = letters.filter(({ state }) => state === 'sent').map(({ arrivesAt }) => arrivesAt)
  return Number.isFinite(closedAt) && since.every((at) => at <= closedAt)
}

/** 待回复 已回复 已办结, as one side sees it (N15). */
export function stateOf(thread: Thread, side: Side, now: Instant): TalkState {
  const seen = seenBy(thread, side, now)
  if (isClosed(seen)) return 'closed'
  return waitsSince(seen) === undefined ? 'answered' : 'waiting'
}
