// Decides how what was learnt is written down: printable characters, unpacked once.
import type { RuleId } from '../../pact'
import { BUCKETS } from './features'

/** What `scripts/train-reader.mjs` writes. */
export interface PackedWeights {
  /** By who speaks to whom (`SPEAKERS`): a letter to one family breaks rules seldom, and differently. */
  readonly thresholds: readonly Thresholds[]
  /** Breach or not: two buckets a digit. */
  readonly breach: PackedTable
  /** Which rule: the buckets that say most, two digits each. */
  readonly rules: Readonly<Partial<Record<RuleId, PackedTable>>>
}

/** Where a reading turns from one guess into the next, from above. */
export interface Thresholds {
  /** A post at or above is taken for a breach. */
  readonly breachFrom: number
  /** A post under it is taken for honest. */
  readonly honestUnder: number
  /** A post under it is like none that breaks a rule. */
  readonly harmlessUnder: number
}

export interface PackedTable {
  readonly bias: number
  /** What one step of a packed weight is worth. */
  readonly step: number
  readonly cells: string
}

/** One digit a character; none needs to be escaped in a string of TypeScript. */
export const DIGITS = '!#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~'
/** A weight of the dense table is one of so many steps, as many below zero as above: two of them fit into a digit. */
export const DENSE_STEPS = 9
/** A weight of a sparse table is one of these steps; the others of a cell say how many buckets further it is. */
const SPARSE_STEPS = 15

const DIGIT_OF = new Map([...DIGITS].map((digit, value) => [digit, value]))

const digitOf = (cells: string, at: number) => DIGIT_OF.get(cells.charAt(at)) ?? 0
const stepOf = (value: number, steps: number) => (value % steps) - (steps - 1) / 2

/** The weights of all buckets. */
export function unpackDense({ cells, step }: PackedTable): Float32Array {
  const weights = new Float32Array(BUCKETS)
  for (let at = 0; at < cells.length; at++) {
    const digit = digitOf(cells, at)
    weights[2 * at] = stepOf(digit, DENSE_STEPS) * step
    weights[2 * at + 1] = stepOf(Math.floor(digit / DENSE_STEPS), DENSE_STEPS) * step
  }
  return weights
}

/** Calls `put` for every bucket that is written down. */
export function unpackSparse({ cells, step }: PackedTable, put: (bucket: number, weight: number) => void): void {
  let bucket = -1
  for (let at = 0; at + 1 < cells.length; at += 2) {
    const cell = digitOf(cells, at) * DIGITS.length + digitOf(cells, at + 1)
    bucket += Math.floor(cell / SPARSE_STEPS)
    const weight = stepOf(cell, SPARSE_STEPS) * step
    if (weight !== 0 && bucket < BUCKETS) put(bucket, weight)
  }
}
