// Decides what a rule answers, and the few ways rules say it.
import type { Instant, Span, Verdict } from '../contract'
import type { Subject } from './subject'
import type { Params, WayOut } from './types'

/** What one rule found in one post. */
export interface Finding {
  verdict: Verdict
  spans?: Span[]
  /** Instead of the catalogue's ways out. */
  wayOut?: WayOut[]
  until?: Instant
}

/** One rule as a function: undefined when it has nothing to say. */
export type JudgeRule = (subject: Subject, params: Params) => Finding | undefined

/** A finding at places of the text; undefined when there are none. */
export function findingAt(verdict: Verdict, spans: Span[], wayOut?: WayOut[]): Finding | undefined {
  return spans.length === 0 ? undefined : { verdict, spans, ...(wayOut && { wayOut }) }
}
