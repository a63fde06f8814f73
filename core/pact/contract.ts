// Decides what a phone may ask and learn about a school's pact and its versions (G15, V1–V14).
import * as z from 'zod/mini'
import {
  answer,
  MEMBERS,
  STAFF,
  day,
  fileId,
  id,
  limits,
  postLine,
  quotation,
  type OwnLine,
  type Rows,
  type Day,
} from '../wire'
import type { RegisterFile } from '../register/contract'
export const pactRead = z.object({ schoolId: id, version: z.optional(z.int().check(z.gte(1))) })

/** A school's rule set (design.md 3): immutable once stored. */
export interface Pact {
  schoolId: string
  version: number
  preset: string
  effectiveFrom: Day
  /** Rule id → parameters. A rule that is missing is off. */
  rules: Record<string, Record<string, unknown>>
  /** What of it stands in the school's own paper. */
  own?: OwnPaper
  /** Rules that only tell the sender, in the catalogue's order: the school found them wrong too often. */
  soft?: string[]
}

/** A school's own paper, as far as a pact rests on it. */
export interface OwnPaper {
  /** What it is called: 《城东小学班级群管理制度》 without the marks. */
  title: string
  /** Rule id → the lines that say it, in the order of the paper. */
  lines: Record<string, OwnLine[]>
  /** Lines that nobody can break, which the printed sheet begins with. */
  principles?: string[]
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
  /** Rules that only tell from now on, and those that stop again. */
  soft: z.optional(z.record(ruleId, z.boolean())),
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

const ownLine = z.object({
  line: postLine(limits.PAPER_LINE_MAX),
  article: z.optional(postLine(limits.LABEL_MAX)),
})

/** A paper as it is adopted; it takes the place of the one before. Its rules are those of the new version. */
export const ownPaper = z.object({
  title: postLine(limits.PAPER_TITLE_MAX),
  lines: z.record(ruleId, z.array(ownLine).check(z.minLength(1), z.maxLength(limits.PAPER_LINES_OF_RULE_MAX))),
  principles: z.optional(z.array(postLine(limits.PAPER_LINE_MAX)).check(z.maxLength(limits.PAPER_PRINCIPLES_MAX))),
})

export const pactAdopt = z.object({
  schoolId: id,
  changes: pactChanges,
  own: z.optional(ownPaper),
  /** The number the principal saw on the button: the newest version's plus one. */
  version: z.int().check(z.gte(2)),
  /** Tomorrow or later. */
  effectiveFrom: day,
})

/**
 * What a clause of a paper becomes. `rule`: rules of the pact · `duty`: kept in registers · `principle`: nothing a post can
 * break · `form`: blanks to fill in · `none`: titles, greetings, dates · `not_enforced`: nothing a program may carry out ·
 * `unknown`: asked.
 */
export type ClauseKind = 'rule' | 'duty' | 'principle' | 'form' | 'none' | 'not_enforced' | 'unknown'

/** One clause of a paper as it was understood; the principal decides. */
export interface PaperClause extends OwnLine {
  kind: ClauseKind
  /** What it says as rules, with the parameters it names. */
  rules: { id: string; params: Record<string, unknown> }[]
  /** Asked, not guessed: what it could mean. */
  maybe?: string[]
  /** Places of clauses of the same paper that say otherwise. */
  against?: number[]
}

/** A paper as a text, or as a file that the caller has put up. */
export const pactDraft = z.object({
  schoolId: id,
  text: z.optional(quotation(limits.PAPER_PASTED_MAX)),
  fileId: z.optional(fileId),
})

export interface PaperDraft {
  /** What it seems to be called. */
  title: string
  clauses: PaperClause[]
  /** The rule set that says most of the same: gaps are filled from it. */
  nearest: string
}

export const pactPrint = z.object({ schoolId: id, version: z.optional(z.int().check(z.gte(1))) })

/** The exporter answers them: one reads a file, the other writes one. */
export const pactFileRows = {
  'pact.draft': {
    input: pactDraft,
    output: answer<PaperDraft>(),
    roles: ['principal'],
    scope: 'place',
    looks: true,
    rate: { burst: 20, every: 5_000 },
  },
  'pact.print': {
    input: pactPrint,
    output: answer<RegisterFile>(),
    roles: STAFF,
    scope: 'place',
    rate: { burst: 20, every: 10_000 },
  },
} as const satisfies Rows

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
  // A paper says what nobody may do: it is not judged as if it did it.
  'pact.adopt': { input: pactAdopt, output: answer<Pact>(), roles: ['principal'], scope: 'place', quotes: true },
} as const satisfies Rows
