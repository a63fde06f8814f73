// Decides how what was learnt is written down: printable characters, unpacked once.
import type { RuleId } from '../../pact'
import { BUCKETS } from './features'

/** What `scripts/train-reader.mjs` writes. */
export interface PackedWeights {
  /** A post at or above is taken for a breach. */
  readonly breachFrom: number
  /** A post under it is taken for honest. */
  readonly honestUnder: number
  /** Breach or not: one digit for every bucket. */
  readonly breach: PackedTable
  /** Which rule: the buckets that say most, two digits each: how many further, and the weight. */
  readonly rules: Readonly<Partial<Record<RuleId, PackedTable>>>
}

export interface PackedTable {
  readonly bias: number
  /** What one step of a packed weight is worth. */
  readonly step: number
  readonly cells: string
}

/** One digit a character; none needs to be escaped in a TypeScript string. */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-'
/** The digit of weight 0. */
export const ZERO_DIGIT = 32

const DIGIT_OF = new Map([...DIGITS].map((digit, value) => [digit, value]))

const digitOf = (cells: string, at: number) => DIGIT_OF.get(cells.charAt(at)) ?? 0

/** The weights of all buckets. */
export function unpackDense({ cells, step }: PackedTable): Float32Array {
  return Float32Array.from({ length: BUCKETS }, (_, at) => (digitOf(cells, at) - ZERO_DIGIT) * step)
}

/** Calls `put` for every bucket that is written down. */
export function unpackSparse({ cells, step }: PackedTable, put: (bucket: number, weight: number) => void): void {
  let bucket = -1
  for (let at = 0; at + 1 < cells.length; at += 2) {
    bucket += digitOf(cells, at)
    const weight = (digitOf(cells, at + 1) - ZERO_DIGIT) * step
    if (weight !== 0 && bucket < BUCKETS) put(bucket, weight)
  }
}
