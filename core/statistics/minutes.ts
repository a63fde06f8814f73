// Decides how minutes until signatures are kept small, and what is read from any number of them without an error.

/** Upper ends of the columns of chart Ch2, hours; one more column holds what came later (screens.md 4). */
const HISTOGRAM_HOURS = [1, 3, 6, 12, 24, 48] as const

/** Each step to the next value in digits of five bits, the lowest first; a character says whether another one follows. */
const FIRST_CHARACTER = 48
const DIGIT_BITS = 5
const FOLLOWS = 1 << DIGIT_BITS
const DIGIT = FOLLOWS - 1

/** Whole minutes, rising, none below nothing: some characters each where a list of numbers takes ten times as many. */
export function packMinutes(rising: readonly number[]): string {
  let packed = ''
  let last = 0
  for (const minute of rising) {
    let step = minute - last
    last = minute
    for (; step > DIGIT; step = Math.floor(step / FOLLOWS)) {
      packed += String.fromCharCode(FIRST_CHARACTER + (step % FOLLOWS) + FOLLOWS)
    }
    packed += String.fromCharCode(FIRST_CHARACTER + step)
  }
  return packed
}

export function unpackMinutes(packed: string): number[] {
  const minutes: number[] = []
  let last = 0
  let step = 0
  let place = 1
  for (let index = 0; index < packed.length; index++) {
    const character = packed.charCodeAt(index) - FIRST_CHARACTER
    step += (character & DIGIT) * place
    if (character & FOLLOWS) {
      place *= FOLLOWS
      continue
    }
    last += step
    minutes.push(last)
    step = 0
    place = 1
  }
  return minutes
}

/** The smallest value that at least `share` of all values do not exceed; undefined without values. */
export function quantile(rising: ArrayLike<number>, share: number): number | undefined {
  return rising[Math.max(0, Math.ceil(rising.length * share) - 1)]
}

/** The middle value; of an even number of values the mean of the middle two. */
export function median(rising: ArrayLike<number>): number | undefined {
  const half = Math.floor(rising.length / 2)
  const upper = rising[half]
  const lower = rising.length % 2 === 0 ? rising[half - 1] : upper
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2
}

/** Children signed within 1, 3, 6, 12, 24, 48 hours and later; exactly one hour counts as within one hour. */
export function histogramOf(minutes: ArrayLike<number>): number[] {
  const columns = [...HISTOGRAM_HOURS.map(() => 0), 0]
  for (let index = 0; index < minutes.length; index++) {
    const hours = (minutes[index] ?? 0) / 60
    let column = 0
    while (column < HISTOGRAM_HOURS.length && hours > (HISTOGRAM_HOURS[column] ?? 0)) column++
    columns[column] = (columns[column] ?? 0) + 1
  }
  return columns
}

/** Many lists as one, rising: a year of a school is half a million values. */
export function mergeMinutes(lists: readonly (readonly number[])[]): Float64Array {
  const merged = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    merged.set(list, at)
    at += list.length
  }
  return merged.sort()
}
