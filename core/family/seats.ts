// Decides who sits beside a child: how many may, whether somebody does already, and what a place offers (M01).

interface Seated {
  seats: number
  guardians: readonly { openid: string }[]
}

export type SeatAnswer = 'free' | 'seated' | 'full'

/** `seated`: this person has a seat beside the child already, so that a repeated call takes no second one. */
export function askForSeat(child: Seated, openid: string): SeatAnswer {
  if (child.guardians.some((guardian) => guardian.openid === openid)) return 'seated'
  return child.guardians.length < child.seats ? 'free' : 'full'
}

export function seatsLeft(child: Seated): number {
  return Math.max(0, child.seats - child.guardians.length)
}

/** The most a child can have: the two of every pact and one that the head teacher grants on request (M01). */
export const SEATS_MOST = 3

/** No seat is free, and none can be asked for. */
export function isClosed(child: Seated): boolean {
  return child.seats >= SEATS_MOST && seatsLeft(child) === 0
}
