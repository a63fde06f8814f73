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
