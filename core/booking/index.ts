// Decides into which times a reception day is cut (H13).

const HOUR = 60
/** Times of one day: ten hours of a quarter each. */
export const SLOTS_MAX = 40

const minutesOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * HOUR + minute
}
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / HOUR)).padStart(2, '0')}:${String(minutes % HOUR).padStart(2, '0')}`

/** When each of them begins; one that would end after the day's end is none. */
export function slotsOf({ from, to, minutes }: { from: string; to: string; minutes: number }): string[] {
  const [first, end] = [minutesOf(from), minutesOf(to)]
  const many = Math.max(0, Math.floor((end - first) / minutes))
  return Array.from({ length: many }, (_, index) => clockOf(first + index * minutes))
}
