// Decides whether a seat may go to another account: both agree, or the old account is gone (M13).
import type { MoveWord } from './contract'

/** `denied`: whoever holds the seat says it is somebody else. `unanswered`: they have said nothing, and nobody called. */
export type MoveVerdict = 'yes' | 'denied' | 'unanswered'

/**
 * @param said what the account says that holds the seat
 * @param gone whoever decides has made sure that the old account is not used any more
 */
export function judgeMove(said: MoveWord, gone: boolean): MoveVerdict {
  if (said === 'no') return 'denied'
  return said === 'yes' || gone ? 'yes' : 'unanswered'
}

/** The one seat that fits what somebody says of themselves; undefined: none does, or more than one. */
export function seatMeant<Seat extends { relation: string; name?: string }>(
  seats: readonly Seat[],
  asked: { relation: string; name: string },
): Seat | undefined {
  const named = seats.filter(({ name }) => name === asked.name)
  const related = seats.filter(({ relation }) => relation === asked.relation)
  const fitting = named.length === 1 ? named : related
  return fitting.length === 1 ? fitting[0] : undefined
}
