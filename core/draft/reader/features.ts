// Decides what a clause is to the reader: runs of one to three characters, numbers as one sign, forbidden words apart.
import { NO_WORDS, YES_WORDS } from '../stance'
import type { Context } from '../types'

/** Features are known by a number below this; two that share one are learnt as one. */
export const BUCKETS = 1 << 18
const RUN_MOST = 3
const FORBIDDEN_RUN_MOST = 2
/** Beginning and end of a phrase say something too. */
const EDGE = '^'
const NUMBERS = /\d+(?:[.:]\d+)*|[零〇一二两三四五六七八九十百]+(?=[点时分遍次回条个名位人天日周星月元块岁户家小字张])/g
const TIMES = /0(?:点半?|时)(?:0分?|一刻|三刻)?|0:0/g

/** Without the flag by which an expression remembers where it was. */
const FORBIDS = new RegExp(NO_WORDS.source)
const ALLOWS = new RegExp(YES_WORDS.source)

/** What kind of feature: the same words forbidden, allowed or in a heading are others. */
const PLAIN = 11
const FORBIDDEN = 23
const ALLOWED = 37
const HEADED = 53
const SHAPE = 71

const mix = (hash: number, value: number) => Math.imul(hash ^ value, 0x01000193) >>> 0
const bucketOf = (hash: number) => (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) % BUCKETS

/** Features, each once. */
class Features {
  private static readonly seen = new Int32Array(BUCKETS)
  private static turn = 0
  readonly all: number[] = []
  private readonly turn = ++Features.turn

  add(feature: number): void {
    if (Features.seen[feature] === this.turn) return
    Features.seen[feature] = this.turn
    this.all.push(feature)
  }
}

function addRuns(found: Features, words: string, kind: number, least: number, most: number): void {
  for (let at = 0; at < words.length; at++) {
    let hash = mix(0x811c9dc5, kind)
    for (let length = 1; length <= most && at + length <= words.length; length++) {
      hash = mix(hash, words.charCodeAt(at + length - 1))
      if (length >= least) found.add(bucketOf(hash))
    }
  }
}

const signsOf = (text: string) =>
  text
    .replace(NUMBERS, '0')
    .replace(TIMES, '时')
    .replace(/[^\u4e00-\u9fff0a-z@+_]+/g, EDGE)

/** The features of a folded stretch of a sentence, each once. */
export function featuresOf(text: string, { stance, heading }: Context): number[] {
  const found = new Features()
  addRuns(found, EDGE + signsOf(text).replace(/^\^|\^$/g, '') + EDGE, PLAIN, 1, RUN_MOST)
  let before = stance
  for (const phrase of text.split(/[,;:。]/)) {
    const said = FORBIDS.test(phrase) ? 'no' : ALLOWS.test(phrase) ? 'yes' : before
    before = said
    if (said) addRuns(found, signsOf(phrase), said === 'no' ? FORBIDDEN : ALLOWED, 1, FORBIDDEN_RUN_MOST)
  }
  addRuns(found, signsOf(heading), HEADED, 2, 2)
  found.add(bucketOf(mix(mix(1, SHAPE), Math.round(2 * Math.log2(text.length + 1)))))
  if (/[?]/.test(text)) found.add(bucketOf(mix(3, SHAPE)))
  if (!/[,;:。!?]/.test(text)) found.add(bucketOf(mix(4, SHAPE)))
  if (stance) found.add(bucketOf(mix(mix(2, SHAPE), stance === 'no' ? 1 : 2)))
  return found.all
}
