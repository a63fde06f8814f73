// Decides what a phone may ask and learn about a school's pact and its versions (G15, V1–V14).
import * as z from 'zod/mini'
import { answer, MEMBERS, day, id, limits, type Rows, type Day } from '../wire'
export const pactRead = z.object({ schoolId: id, version: z.optional(z.int().check(z.gte(1))) })

/** A school's rule set (design.md 3): immutable once stored. */
export interface Pact {
  schoolId: string
  version: number
  preset: string
  effectiveFrom: Day
  /** Rule id → parameters. A rule that is missing is off. */
  rules: Record<string, Record<string, unknown>>
}

const ruleId = z.string().check(z.regex(/^[A-Z]\d{2}$/))

/** Names of parameters and presets; core/pact decides which there are and which values they take. */
const key = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(limits.LABEL_MAX))

const params = z.record(key, z.unknown())

/**
 * What a new version changes in the newest one: another preset to start from, then rules with their parameters;
 * null switches a rule off. core/pact decides which rules and values there are.
 */
export const pactChanges = z.object({
  preset: z.optional(key),
  rules: z.record(ruleId, z.nullable(params)),
})

export type PactChanges = z.infer<typeof pactChanges>

/** `before`: versions older than that. */
export const pactHistory = z.object({ schoolId: id, before: z.optional(z.int().check(z.gte(1))) })

export interface PactVersion {
  version: number
  preset: string
  effectiveFrom: Day
}

export interface PactHistory {
  today: Day
  /** The version in force today. */
  inForce: number
  /** The newest first. */
  versions: PactVersion[]
  /** There are older ones: pass as `before`. */
  next?: number
}

/** A version that members are told of: it comes, or has just begun. */
export interface PactNews extends Omit<PactVersion, 'preset'> {
  schoolId: string
}

export const pactPreview = z.object({ schoolId: id, changes: pactChanges })

/** What would have happened to the notices of the last days: each stands under what it would have become. */
export interface PactImpact {
  days: number
  /** Notices looked at. */
  posts: number
  /** There were more; only the latest were looked at. */
  cut: boolean
  /** Would have waited, or waited longer. */
  queued: number
  held: number
  refused: number
  /** Waited or was held, would have gone out at once. */
  allowed: number
  /** Authors of these. */
  teachers: number
}

export const pactAdopt = z.object({
  schoolId: id,
  changes: pactChanges,
  /** The number the principal saw on the button: the newest version's plus one. */
  version: z.int().check(z.gte(2)),
  /** Tomorrow or later. */
  effectiveFrom: day,
})

/** The writer answers it: the judge reads the posts of thirty days. */
export const pactWritingRows = {
  'pact.preview': {
    input: pactPreview,
    output: answer<PactImpact>(),
    roles: ['principal'],
    scope: 'place',
    looks: true,
    rate: { burst: 60, every: 2_000 },
  },
} as const satisfies Rows

export const pactRows = {
  'pact.read': { input: pactRead, output: answer<Pact>(), roles: MEMBERS, scope: 'place', looks: true },
  'pact.history': { input: pactHistory, output: answer<PactHistory>(), roles: MEMBERS, scope: 'place', looks: true },
  'pact.adopt': { input: pactAdopt, output: answer<Pact>(), roles: ['principal'], scope: 'place' },
} as const satisfies Rows
