// Decides how somebody tells the school that a rule stopped them wrongly, and what the principal learns of it.
import * as z from 'zod/mini'
import {
  answer,
  cursor,
  id,
  limits,
  MEMBERS,
  postBody,
  type Done,
  type Instant,
  type Paged,
  type Role,
  type Rows,
} from '../wire'

/** What was being written. */
export const MISJUDGED_KINDS = ['notice', 'comment', 'private', 'leave', 'album'] as const
export type MisjudgedKind = (typeof MISJUDGED_KINDS)[number]
/** What the rule had done. */
export const MISJUDGED_VERDICTS = ['warn', 'hold', 'deflect', 'refuse'] as const
export type MisjudgedVerdict = (typeof MISJUDGED_VERDICTS)[number]

const ruleId = z.string().check(z.regex(/^[A-Z]\d{2}$/))

/** Kept as an example in the school's own data, and nowhere else: only with the writer's consent. */
export const misjudgementTell = z.object({
  schoolId: id,
  rule: ruleId,
  pactVersion: z.int().check(z.gte(1)),
  verdict: z.enum(MISJUDGED_VERDICTS),
  kind: z.enum(MISJUDGED_KINDS),
  /** What was found wrong, with what stands around it. */
  text: postBody(limits.EXAMPLE_MAX),
  consents: z.literal(true),
})

/** Nobody's name: what was written, and as what. */
export interface Misjudgement {
  misjudgementId: string
  rule: string
  pactVersion: number
  verdict: MisjudgedVerdict
  kind: MisjudgedKind
  role: Role
  text: string
  at: Instant
  /** WeChat has not let the words pass. */
  doubted?: true
  /** What the principal made of it. */
  agreed?: boolean
}

/** What was told of one rule since it says what it says now. */
export interface MisjudgedRule {
  rule: string
  /** Not contradicted by the principal. */
  count: number
  /** By so many people. */
  people: number
  /** So many, by so many people, that it should only tell. */
  proposed: boolean
}

export const misjudgementList = z.object({ schoolId: id, after: z.optional(cursor) })

export interface MisjudgementList extends Paged {
  /** The most first. */
  rules: MisjudgedRule[]
  /** Unanswered ones first, the latest first. */
  misjudgements: Misjudgement[]
}

export const misjudgementAnswer = z.object({ misjudgementId: id, agrees: z.boolean() })

export const misjudgementRows = {
  // What is told quotes what was stopped: it is not judged once more.
  'misjudgement.tell': {
    input: misjudgementTell,
    quotes: true,
    output: answer<Done>(),
    roles: MEMBERS,
    scope: 'place',
    rate: { burst: 10, every: 60_000 },
  },
  'misjudgement.list': {
    input: misjudgementList,
    output: answer<MisjudgementList>(),
    roles: ['principal'],
    scope: 'place',
    looks: true,
  },
  'misjudgement.answer': {
    input: misjudgementAnswer,
    output: answer<Misjudgement>(),
    roles: ['principal'],
    scope: { find: 'misjudgement' },
  },
} as const satisfies Rows
