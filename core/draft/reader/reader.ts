// Decides how much a stretch of a sentence sounds like each rule, and like each other kind of clause: a linear model.
import type { Context } from '../types'
import { BUCKETS, featuresOf } from './features'
import { LEARNT } from './learnt'
import { CLASS_SIGNS, NUMBER_SIGNS, ROW_END, WEIGHT_SIGNS, type Learnt } from './weights'

const ZERO = (WEIGHT_SIGNS.length - 1) / 2
const HALF = NUMBER_SIGNS.length / 2

/** Weights by feature: those of one feature stand together, from `starts[feature]` to `starts[feature + 1]`. */
interface Model {
  starts: Int32Array
  classes: Uint8Array
  weights: Int8Array
}

function unpack({ rows }: Learnt): Model {
  const codes = (signs: string) => new Map([...signs].map((sign, code) => [sign, code]))
  const [numbers, classOf, weightOf] = [codes(NUMBER_SIGNS), codes(CLASS_SIGNS), codes(WEIGHT_SIGNS)]
  const starts = new Int32Array(BUCKETS + 1)
  const classes: number[] = []
  const weights: number[] = []
  let feature = 0
  let filled = 0
  for (const row of rows.split(ROW_END)) {
    let at = 0
    let digit = numbers.get(row[at++] ?? '') ?? 0
    let behind = digit % HALF
    while (digit >= HALF) {
      digit = numbers.get(row[at++] ?? '') ?? 0
      behind = behind * HALF + (digit % HALF)
    }
    feature += behind
    while (filled <= feature) starts[filled++] = classes.length
    for (; at + 1 < row.length; at += 2) {
      classes.push(classOf.get(row[at] ?? '') ?? 0)
      weights.push((weightOf.get(row[at + 1] ?? '') ?? ZERO) - ZERO)
    }
  }
  while (filled <= BUCKETS) starts[filled++] = classes.length
  return { starts, classes: Uint8Array.from(classes), weights: Int8Array.from(weights) }
}

let unpacked: Model | undefined

/** How much a folded stretch sounds like each of `LEARNT.classes`: more than 0 is more likely than not. */
export function scoresOf(text: string, context: Context): Float64Array {
  unpacked ??= unpack(LEARNT)
  const { starts, classes, weights } = unpacked
  const sums = new Float64Array(LEARNT.classes.length)
  const features = featuresOf(text, context)
  for (const feature of features) {
    const start = starts[feature] ?? 0
    const end = starts[feature + 1] ?? 0
    for (let at = start; at < end; at++) sums[classes[at] ?? 0] = (sums[classes[at] ?? 0] ?? 0) + (weights[at] ?? 0)
  }
  const scale = LEARNT.step / Math.sqrt(Math.max(1, features.length))
  return sums.map((sum, place) => sum * scale + (LEARNT.bias[place] ?? 0))
}
