// Decides who sits beside a child: how many may today, whether somebody does already, and what a place offers (M01).

interface Seated {
  /** The head teacher has granted a seat beyond the pact's. */
  extraSeat?: boolean
  guardians: readonly { openid: string }[]
}

export type SeatAnswer = 'free' | 'seated' | 'full'

/** The most a grant reaches: the two of most pacts and one that the head teacher gives on request (M01). */
export const SEATS_MOST = 3

/**
 * How many seats a child has: those of the pact in force, so that a change holds for every child from its day, and the
 * one granted to this child alone. Fewer seats than guardians send nobody away; they admit nobody new.
 * @param limit the pact's (`seatLimit`)
 */
export function seatsOf({ extraSeat = false }: Pick<Seated, 'extraSeat'>, limit: number): number {
  return extraSeat ? Math.max(limit, Math.min(limit + 1, SEATS_MOST)) : limit
}

/** `seated`: this person has a seat beside the child already, so that a repeated call takes no second one. */
export function askForSeat(child: Seated, openid: string, limit: number): SeatAnswer {
  if (child.guardians.some((guardian) => guardian.openid === openid)) return 'seated'
  return seatsLeft(child, limit) > 0 ? 'free' : 'full'
}

export function seatsLeft(child: Seated, limit: number): number {
  return Math.max(0, seatsOf(child, limit) - child.guardians.length)
}

/** No seat is free, and a grant would add none. */
export function isClosed(child: Seated, limit: number): boolean {
  return seatsLeft(child, limit) === 0 && seatsOf({ extraSeat: true }, limit) <= child.guardians.length
}
