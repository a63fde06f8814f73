// Decides how a folded text stays tied to the one that was written: every character knows where it came from.

/** Part of the written text: code units from `start` up to, not including, `end`. */
export interface Range {
  start: number
  end: number
}

/** A folded text whose every character points back to what was written. */
export interface View {
  readonly text: string
  /** `starts[i]`, `ends[i]`: what the i-th character of `text` was folded from. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Where the characters from `start` up to, not including, `end` of a view were written. */
export function writtenRange(view: View, start: number, end: number): Range {
  const first = view.starts[start]
  const last = view.ends[Math.max(start, end - 1)]
  return first === undefined || last === undefined ? { start: 0, end: 0 } : { start: first, end: last }
}
