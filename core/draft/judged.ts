// Decides which rules a sentence states, and which of its words do: judged as a whole, by its halves and its phrases.
import type { RuleId } from '../pact'
import type { Found, Hit } from './hits'
import { readKnownQuiet, type Quiet } from './read/quiet'
import { BY_AUDIENCE, isProposed, readStretch, type Likely, type Reading } from './reader/judge'
import { PHRASE_SIGN } from './segment'
import { Stances } from './stance'
import type { Context } from './types'

/** A phrase by itself says less than it seems to: it must be surer. */
const SURE_OF_PHRASE = 0.96
/** So does a sentence of which each half was judged. */
const SURE_OF_SENTENCE = 0.9
/** Fewer characters say too little. */
const WORDS_LEAST = 3
/** Whom a rule on hours binds, read from its words, outweighs so much of what the reader scores. */
const TRUST_IN_AUDIENCE = 0.4
/** Under a heading that names whom the part speaks to, still more. */
const TRUST_IN_HEADING = 2
/** From this score on a stretch is a penalty. */
const PUNISHES_LEAST = -0.2

interface Stretch {
  start: number
  end: number
}

/** What was judged of a sentence. */
export interface Judged {
  hits: Hit[]
  read: (start: number, end: number) => Reading
  punishes: (start: number, end: number) => boolean
}

const hanOf = (words: string) => words.replace(/[^\u4e00-\u9fff]/g, '').length
const nameOf = ({ id, hours }: Hit): RuleId | 'hours' => (hours === undefined ? id : 'hours')

/** Judges a sentence in which `found` was found. */
export function judgeSentence(text: string, context: Context, found: Found): Judged {
  const known = new Map<string, Reading>()
  const read = (start: number, end: number): Reading => {
    const key = `${start} ${end}`
    const before = known.get(key)
    if (before) return before
    const within = found.hits.filter((hit) => hit.hours !== undefined || (hit.start >= start && hit.start < end))
    const evidence = { isTold: found.isTold, topics: found.topics, wordings: new Set(within.map(nameOf)) }
    const reading = readStretch(text.slice(start, end), context, evidence)
    known.set(key, reading)
    return reading
  }
  const whole = { start: 0, end: text.length }
  const halves = found.isQuestion ? [] : cut(text, whole, /;/g)
  const hits: Hit[] = []
  const propose = (stretch: Stretch, phrases: readonly Stretch[], least: number) => {
    for (const one of read(stretch.start, stretch.end).rules) {
      if (!isProposed(one)) continue
      const said = found.hits.filter((hit) => nameOf(hit) === one.id && isWithin(hit, stretch))
      // 可以发红包 is as near to the rule as 不发红包 in its words, and says the opposite.
      if (said.length === 0 && one.id !== 'hours' && found.allowed.includes(one.id)) continue
      if (said.length === 0 && (one.likely < least || hanOf(text.slice(stretch.start, stretch.end)) < WORDS_LEAST))
        continue
      const place = bestOf(phrases, one.id, read) ?? stretch
      hits.push(...(said.length > 0 ? said : hitsOf(text, context, one, place)))
    }
  }
  for (const half of halves) {
    const phrases = cut(text, half, PHRASE_SIGN).filter(
      ({ start, end }) => hanOf(text.slice(start, end)) >= WORDS_LEAST,
    )
    propose(half, phrases, 0)
    if (phrases.length > 1) for (const phrase of phrases) propose(phrase, [], SURE_OF_PHRASE)
  }
  if (halves.length > 1) propose(whole, halves, SURE_OF_SENTENCE)
  return {
    hits: settle(hits, read(0, text.length), context),
    read,
    punishes: (start, end) =>
      hanOf(text.slice(start, end)) >= WORDS_LEAST && read(start, end).kindScores.not_enforced > PUNISHES_LEAST,
  }
}

const isWithin = ({ start, hours }: Hit, stretch: Stretch) =>
  hours !== undefined || (start >= stretch.start && start < stretch.end)

function cut(text: string, { start, end }: Stretch, sign: RegExp): Stretch[] {
  const cuts = [...text.slice(start, end).matchAll(sign)].map(({ index }) => start + index + 1)
  const bounds = [start, ...cuts.filter((at) => at < end), end]
  return bounds.slice(1).map((bound, at) => ({ start: bounds[at] ?? start, end: bound }))
}

function bestOf(phrases: readonly Stretch[], id: Likely['id'], read: Judged['read']): Stretch | undefined {
  let best: Stretch | undefined
  let most = -1
  for (const phrase of phrases) {
    const likely = read(phrase.start, phrase.end).rules.find((one) => one.id === id)?.likely ?? 0
    if (likely > most) [best, most] = [phrase, likely]
  }
  return best
}

/** The hit of a rule that no wording found. */
function hitsOf(text: string, context: Context, { id }: Likely, { start, end }: Stretch): Hit[] {
  if (id !== 'hours') return [{ id, start, end, words: text.slice(start, end) }]
  const words = text.slice(start, end)
  const quiet: Quiet | undefined =
    readKnownQuiet(text, context, new Stances(text, context)) ??
    readKnownQuiet(words, context, new Stances(words, context))
  return quiet ? [{ id: quiet.id, start: 0, end: text.length, words: '', hours: quiet.hours }] : []
}

/** Each rule once at each place, in order; hours once, under the rule of those whom they bind. */
function settle(hits: readonly Hit[], { audiences }: Reading, { audience }: Context): Hit[] {
  const trust = audience ? TRUST_IN_HEADING : TRUST_IN_AUDIENCE
  const kept = new Map<string, Hit>()
  for (const hit of hits) {
    const key = hit.hours ? 'hours' : `${hit.id} ${hit.start} ${hit.end}`
    if (!kept.has(key)) kept.set(key, hit.hours ? { ...hit, id: boundBy(hit, audiences, trust) } : hit)
  }
  return [...kept.values()].sort((a, b) => a.start - b.start)
}

/** Hours of noon are T04; others are whichever rule the words and the reader together hold likeliest. */
function boundBy({ id, hours }: Hit, audiences: readonly number[], trust: number): RuleId {
  if (hours?.noonFrom !== undefined) return id
  const sure = BY_AUDIENCE.map((rule, at) => (audiences[at] ?? 0) + (rule === id ? trust : 0))
  return BY_AUDIENCE[sure.indexOf(Math.max(...sure))] ?? id
}
