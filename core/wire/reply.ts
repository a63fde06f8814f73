// Decides the envelope of every call: what a phone sends and what it gets back (design.md 6).
import type { ErrorCode } from './errors'
import type { Instant } from './values'

/** Where a rule comes from, so that a refusal can be looked up. */
export interface Cite {
  rule: string
  /** Version of the pact that decided; the phone says 班级公约第{n}版. */
  pactVersion: number
  /** Where the school's own paper says it: then that line is cited. */
  own?: OwnCite
}

/** A line of a school's own paper, as it stands there. */
export interface OwnLine {
  line: string
  /** Its place in the paper as a reader would cite it: 第三条; absent: the paper has no numbers. */
  article?: string
}

/** The line with the name of the paper it stands in. */
export interface OwnCite extends OwnLine {
  paper: string
}

/** Part of a text: code units from `start` up to, not including, `end`. */
export interface Span {
  field: string
  start: number
  end: number
}

export const VERDICTS = ['allow', 'warn', 'queue', 'hold', 'deflect', 'refuse'] as const
/** Worst last. */
export type Verdict = (typeof VERDICTS)[number]

/** One rule's finding on one post. */
export interface Reason {
  rule: string
  verdict: Verdict
  cite: Cite
  spans: Span[]
  /** Codes of what to do instead; the phone has the words. */
  wayOut: string[]
  /** The rule's parameters in force, where it takes any, so that the sentence can say them. */
  params?: Record<string, unknown>
  /** Queue: when it goes out. Caps and mutes: when they end. */
  until?: Instant
  /** The notice that this one comes after: it is corrected instead (N03, T13). */
  noticeId?: string
  /** No rule found it: the whole reads like posts that break this one, and a person looks (docs/adr/0007). */
  guessed?: true
}

export interface ActionError {
  code: ErrorCode
  field?: string
  rule?: string
  cite?: Cite
  until?: Instant
  wayOut?: string[]
  reasons?: Reason[]
  /** Facts the sentence needs, e.g. how many children are left. */
  facts?: Record<string, string | number>
}

export type Reply<Data> = { ok: true; data: Data } | { ok: false; error: ActionError }

/** What a phone sends to a function. */
export interface Call {
  action: string
  requestId: string
  input: unknown
}
