// Decides how likely a stretch of a sentence states each rule: what the reader scores, with the wordings as evidence.
import type { RuleId } from '../../pact'
import type { ClauseKind } from '../../pact/contract'
import type { Found } from '../hits'
import type { Context } from '../types'
import { LEARNT } from './learnt'
import { scoresOf } from './reader'
import type { OtherClass } from './weights'

const PLACES: ReadonlyMap<string, number> = new Map(LEARNT.classes.map((name, place) => [name, place]))
const isHours = (id: string) => /^T0[1-7]$/.test(id)
const KINDS = ['duty', 'principle', 'form', 'none', 'not_enforced', 'unknown'] as const
const OTHERS = ['duty', 'principle', 'form', 'none', 'unknown'] as const
const RULE_PLACES = LEARNT.classes.flatMap((name, place) =>
  (KINDS as readonly string[]).includes(name) || isHours(name) ? [] : [{ id: name as RuleId | 'hours', place }],
)
/** The rules on hours: they differ in whom they bind, and when. */
export const BY_AUDIENCE = ['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07'] as const

/** How likely a stretch states a rule; `hours` stands for whichever rule on hours. */
export interface Likely {
  id: RuleId | 'hours'
  likely: number
}

/** What the reader makes of a stretch. */
export interface Reading {
  /** The likeliest first. */
  rules: Likely[]
  kindScores: Readonly<Record<(typeof KINDS)[number], number>>
  /** Of `BY_AUDIENCE`, in their order. */
  audiences: readonly number[]
}

/** What the wordings and marks of a sentence say of the stretch. */
export type Evidence = Pick<Found, 'isTold' | 'topics'> & { wordings: ReadonlySet<RuleId | 'hours'> }

/** Less is no suggestion. */
const MAYBE_LEAST = 0.03

/** What a stretch may state. Less likely than `MAYBE_LEAST` is left out. */
export function readStretch(text: string, context: Context, evidence: Evidence): Reading {
  const scores = scoresOf(text, context)
  const scoreOf = (name: RuleId | OtherClass) => scores[PLACES.get(name) ?? -1] ?? 0
  const { trust } = LEARNT
  const other = Math.max(...OTHERS.map(scoreOf))
  const common = trust.bias + trust.kind * other + (evidence.isTold ? trust.told : 0)
  const likelyOf = (id: RuleId | 'hours', score: number) => {
    const said = evidence.wordings.has(id)
    const touched = !said && id !== 'hours' && evidence.topics.includes(id)
    const sum = common + trust.score * score + (said ? trust.wording : 0) + (touched ? trust.topic : 0)
    return { id, likely: 1 / (1 + Math.exp(-sum)) }
  }
  const rules: Likely[] = []
  for (const { id, place } of RULE_PLACES) {
    const one = likelyOf(id, scores[place] ?? 0)
    if (one.likely >= MAYBE_LEAST) rules.push(one)
  }
  rules.sort((a, b) => b.likely - a.likely)
  const kindScores = Object.fromEntries(KINDS.map((kind) => [kind, scoreOf(kind)])) as Reading['kindScores']
  return { rules, kindScores, audiences: BY_AUDIENCE.map(scoreOf) }
}

/** From how likely on a rule is proposed. */
const LIKELY_LEAST = 0.65
export const isProposed = ({ id, likely }: Likely) => likely >= (LEARNT.least[id] ?? LIKELY_LEAST)

/** A kind that a pattern of words found is so much likelier. */
const TRUST_IN_PATTERN = 0.6

/** What a stretch without a rule is. */
export function judgeKind(found: ClauseKind, { kindScores }: Reading): Exclude<ClauseKind, 'rule'> {
  const sure = (kind: (typeof KINDS)[number]) => kindScores[kind] + (kind === found ? TRUST_IN_PATTERN : 0)
  return KINDS.reduce((most, kind) => (sure(kind) > sure(most) ? kind : most))
}
