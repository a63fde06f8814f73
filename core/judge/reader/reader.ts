// Decides how likely a post breaks a rule, and which, from weights learnt on posts that the project wrote itself.
import { isRuleId, type RuleId } from '../../pact'
import type { Subject } from '../subject'
import { clauseAround, sentencesOf, type Range } from '../text'
import { BUCKETS, featuresOf, speakerOf, type Features } from './features'
import { unpackDense, unpackSparse, type PackedWeights, type Thresholds } from './weights'

/** What the reader makes of one post. */
export interface Reading {
  /**
   * A guess, not a proof: breach = very like posts that break a rule, honest = like posts that do not,
   * harmless = like none that breaks one.
   */
  guess: 'breach' | 'unsure' | 'honest' | 'harmless'
  /** Higher is worse; only comparable between posts read by the same weights. */
  score: number
  /** The rule it most looks like breaking. */
  rule: RuleId
  /** Whether this stretch of `text.tight`, read alone, is nearer to honest posts than to breaches. */
  isHonestAt(range: Range): boolean
  /** The same for every sentence of it; worked out when somebody asks. */
  isHonestThroughout(): boolean
  /** The clause in `text.tight` that says most; looked for when somebody asks. */
  locate(): Range
}

export type Reader = (subject: Subject) => Reading

/** In a few characters there is nothing that could show a harmless whole. */
const HONEST_LEAST = 10
/** The rule’s own score counts less: the question of which rule is the harder one. */
const RULE_SHARE = 0.75

/** For weights that know no such speaker. */
const NOTHING_SAID: Thresholds = { breachFrom: Infinity, honestUnder: -Infinity, harmlessUnder: -Infinity }

/** A reader with these weights; they are unpacked when it first reads. */
export function createReader(packed: PackedWeights): Reader {
  let model: Model | undefined
  return (subject) => {
    model ??= unpack(packed)
    const known = model
    const { breach } = known
    const features = featuresOf(subject)
    const { score, rule } = scoreOf(known, packed.breach.bias, features)
    const thresholds = packed.thresholds[speakerOf(subject)] ?? NOTHING_SAID
    const halfway = (thresholds.honestUnder + thresholds.breachFrom) / 2
    const isHonestAt = (range: Range) => scoreOf(known, packed.breach.bias, within(features, range)).score < halfway
    let isThroughout: boolean | undefined
    return {
      guess: guessAt(score, thresholds, subject.text.tight.text.length >= HONEST_LEAST),
      score,
      rule,
      isHonestAt,
      isHonestThroughout: () => (isThroughout ??= sentencesOf(subject.text.tight.text).every(isHonestAt)),
      locate: () => loudestClause(breach, features, subject),
    }
  }
}

function guessAt(score: number, thresholds: Thresholds, saysEnough: boolean): Reading['guess'] {
  if (score >= thresholds.breachFrom) return 'breach'
  if (!saysEnough || score >= thresholds.honestUnder) return 'unsure'
  return score < thresholds.harmlessUnder ? 'harmless' : 'honest'
}

/** The features first seen in a stretch; they stand in the order of their places. */
function within({ buckets, places }: Features, { start, end }: Range): Features {
  const from = firstFrom(places, start)
  const until = firstFrom(places, end)
  return { buckets: buckets.slice(from, until), places: places.slice(from, until) }
}

/** The first of rising numbers that is not under `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0
  for (let high = numbers.length; low < high;) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

function scoreOf(model: Model, bias: number, features: Features): { score: number; rule: RuleId } {
  const scale = 1 / Math.sqrt(Math.max(1, features.buckets.length))
  const { rule, ruleScore } = guessRule(model, features, scale)
  return { rule, score: sumOf(model.breach, features) * scale + bias + RULE_SHARE * ruleScore }
}

interface Model {
  breach: Float32Array
  rules: RuleId[]
  biases: number[]
  /** Cells of bucket b stand from `starts[b]` up to `starts[b + 1]`. */
  starts: Uint32Array
  cellRules: Uint8Array
  cellWeights: Float32Array
}

function unpack(packed: PackedWeights): Model {
  const tables = Object.entries(packed.rules)
  const cells: { bucket: number; rule: number; weight: number }[] = []
  tables.forEach(([, table], rule) => unpackSparse(table, (bucket, weight) => cells.push({ bucket, rule, weight })))
  cells.sort((a, b) => a.bucket - b.bucket)
  const starts = new Uint32Array(BUCKETS + 1)
  for (const { bucket } of cells) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0)
  return {
    breach: unpackDense(packed.breach),
    rules: tables.map(([id]) => id).filter(isRuleId),
    biases: tables.map(([, table]) => table.bias),
    starts,
    cellRules: Uint8Array.from(cells, ({ rule }) => rule),
    cellWeights: Float32Array.from(cells, ({ weight }) => weight),
  }
}

function sumOf(weights: Float32Array, { buckets }: Features): number {
  let sum = 0
  for (const bucket of buckets) sum += weights[bucket] ?? 0
  return sum
}

function guessRule(model: Model, { buckets }: Features, scale: number): { rule: RuleId; ruleScore: number } {
  const sums = new Float32Array(model.rules.length)
  for (const bucket of buckets)
    for (let cell = model.starts[bucket] ?? 0; cell < (model.starts[bucket + 1] ?? 0); cell++) {
      const rule = model.cellRules[cell] ?? 0
      sums[rule] = (sums[rule] ?? 0) + (model.cellWeights[cell] ?? 0)
    }
  let best = 0
  const sumFor = (rule: number) => (sums[rule] ?? 0) * scale + (model.biases[rule] ?? 0)
  for (let rule = 1; rule < sums.length; rule++) if (sumFor(rule) > sumFor(best)) best = rule
  return { rule: model.rules[best] ?? 'C29', ruleScore: sumFor(best) }
}

/** Where a person should look first. */
function loudestClause(weights: Float32Array, { buckets, places }: Features, subject: Subject): Range {
  const { text } = subject.text.tight
  const sums = new Map<number, { range: Range; sum: number }>()
  let loudest: { range: Range; sum: number } | undefined
  let clause: Range | undefined
  buckets.forEach((bucket, at) => {
    const place = Math.min(places[at] ?? 0, Math.max(0, text.length - 1))
    if (!clause || place < clause.start || place >= clause.end) clause = clauseAround(text, place)
    const entry = sums.get(clause.start) ?? { range: clause, sum: 0 }
    entry.sum += weights[bucket] ?? 0
    sums.set(clause.start, entry)
    if (!loudest || entry.sum > loudest.sum) loudest = entry
  })
  return loudest?.range ?? { start: 0, end: text.length }
}
