// Decides which rule a clause likely means where no wording is found: a linear model over its runs of characters.
import type { RuleId } from '../../pact'
import { runsOf } from './features'
import { LEARNT } from './learnt'
import { CLASS_SIGNS, WEIGHT_SIGNS, type Learnt } from './weights'

const ZERO = (WEIGHT_SIGNS.length - 1) / 2

interface Model {
  step: number
  bias: number[]
  runs: ReadonlyMap<string, readonly [number, number][]>
}

const weightOf = (sign: string) => WEIGHT_SIGNS.indexOf(sign) - ZERO

function unpack({ step, bias, runs }: Learnt): Model {
  const entries = runs.split('\n').map((line): [string, [number, number][]] => {
    const [run = '', pairs = ''] = line.split(' ')
    const weights: [number, number][] = []
    for (let at = 0; at + 1 < pairs.length; at += 2)
      weights.push([CLASS_SIGNS.indexOf(pairs[at] ?? ''), weightOf(pairs[at + 1] ?? '')])
    return [run, weights]
  })
  return { step, bias: [...bias].map(weightOf), runs: new Map(entries) }
}

let unpacked: Model | undefined

/** A rule that a clause could mean, and how sure that is, 0 to 1. */
export interface Guess {
  id: RuleId | undefined
  share: number
}

/** What a folded clause could mean, the likeliest first; `undefined` stands for no rule at all. */
export function guessRules(text: string): Guess[] {
  unpacked ??= unpack(LEARNT)
  const { bias, runs, step } = unpacked
  const sums = bias.map(() => 0)
  const found = runsOf(text).map((run) => runs.get(run))
  const known = found.filter((weights) => weights !== undefined)
  for (const weights of known) for (const [place, weight] of weights) sums[place] = (sums[place] ?? 0) + weight
  const scale = step / Math.sqrt(Math.max(1, known.length))
  const scores = sums.map((sum, place) => sum * scale + (bias[place] ?? 0) * step)
  const most = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - most))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares
    .map((share, place) => ({ id: place === 0 ? undefined : LEARNT.classes[place - 1], share: share / all }))
    .sort((a, b) => b.share - a.share)
}
