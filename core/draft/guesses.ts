// Decides what is taken from the reader: a rule that no wording found, and what an unknown clause may mean.
import { RULES, type RuleId } from '../pact'
import type { Found, Hit } from './hits'
import { kindOf } from './kinds'
import { guessRules, type Guess } from './reader/reader'
import type { Segment } from './segment'
import { mayForbid } from './stance'

/** A clause that asks for something and says no rule we know the words of. */
const SURE_OF_UNKNOWN = 0.35
/** A clause that does not look like a rule. */
const SURE_OF_OTHERS = 0.75
/** Half of a sentence of which the other half is a rule. */
const SURE_OF_HALF = 0.7
/** Of several rules in one clause, one that is so much less likely than the likeliest was only touched. */
const DOUBT_BELOW = 0.05
/** One word, 邪教, is often forbidden by two of these. */
const OFTEN_TOGETHER: readonly RuleId[] = ['C04', 'C05', 'C06', 'C07', 'C08', 'C09']
/** A wording whose rule the reader ranks behind so many others, and holds this unlikely, was found by chance. */
const RANK_MOST = 3
const LIKELY_LEAST = 0.05
/** Less is no suggestion. */
const MAYBE_LEAST = 0.04
const MAYBE_MOST = 3
/** Fewer characters say too little. */
const WORDS_LEAST = 4

/** Adds what the reader is sure of to segments in which no wording was found. */
export function guessHits(text: string, segments: readonly Segment[], found: Found): void {
  if (found.isTold || segments.some(({ punishes }) => punishes)) return
  const [first] = segments
  if (!first) return
  if (found.hits.length === 0) {
    const kind = kindOf(text, found.asks)
    if (kind === 'form' || kind === 'not_enforced') return
    const hit = guessHit(text, 0, kind === 'unknown' ? SURE_OF_UNKNOWN : SURE_OF_OTHERS)
    if (hit) {
      first.hits.push(hit)
      return
    }
  }
  if (segments.length === 1) return
  for (const segment of segments) {
    const hit =
      segment.hits.length === 0 && guessHit(text.slice(segment.start, segment.end), segment.start, SURE_OF_HALF)
    if (hit) segment.hits.push(hit)
  }
}

function guessHit(words: string, start: number, sure: number): Hit | undefined {
  if (words.replace(/[^\u4e00-\u9fff]/g, '').length < WORDS_LEAST) return undefined
  const [best] = guessRules(words)
  if (!best?.id || best.share < sure) return undefined
  // What may not be posted is forbidden in so many words, or it is not forbidden.
  if (RULES[best.id].effect !== '照此办理' && !mayForbid(words)) return undefined
  return { id: best.id, start, end: start + words.length, words }
}

/** What an unknown clause could mean, the likeliest first. */
export function guessMaybe(words: string, { topics }: Found): RuleId[] {
  const guessed = guessRules(words).flatMap(({ id, share }) => (id && share >= MAYBE_LEAST ? [id] : []))
  return [...new Set([...guessed.slice(0, MAYBE_MOST), ...topics])].slice(0, MAYBE_MOST)
}

/** Hits without those that share their words with a much likelier one: 家访不收礼 says nothing of criticism. */
export function doubt(text: string, hits: readonly Hit[]): Hit[] {
  const words = hits.filter(({ hours }) => hours === undefined)
  const shares = new Map<string, readonly Guess[]>()
  const shareOf = ({ id, start, end }: Hit) => {
    const phrase = phraseOf(text, start, end)
    const guesses = shares.get(phrase) ?? guessRules(phrase)
    shares.set(phrase, guesses)
    return guesses.find((guess) => guess.id === id)?.share ?? 0
  }
  return hits.filter((hit) => {
    if (hit.hours !== undefined) return true
    if (OFTEN_TOGETHER.includes(hit.id)) return true
    const rivals = words.filter((other) => other.id !== hit.id && other.start < hit.end && hit.start < other.end)
    if (rivals.length === 0) return true
    return shareOf(hit) >= Math.max(...rivals.map(shareOf)) * DOUBT_BELOW
  })
}

function phraseOf(text: string, start: number, end: number): string {
  const from = Math.max(...[',', ';'].map((sign) => text.lastIndexOf(sign, start - 1))) + 1
  const [rest = ''] = text.slice(end).split(/[,;]/, 1)
  return text.slice(from, end + rest.length)
}

/** Hits of a whole clause that the reader holds likely enough: what it ranks far behind is asked, not proposed. */
export function likely(words: string, hits: readonly Hit[]): Hit[] {
  const ranked = guessRules(words).flatMap(({ id, share }) => (id ? [{ id, share }] : []))
  return hits.filter(({ id, hours }) => {
    const rank = ranked.findIndex((guess) => guess.id === id)
    return hours !== undefined || rank < RANK_MOST || (ranked[rank]?.share ?? 0) >= LIKELY_LEAST
  })
}
