// Decides what a school's own rule paper is once it was read: clauses in order, each of one kind.
import type { RuleId, SaidRule } from '../pact'
import type { ClauseKind } from '../pact/contract'

/** The most lines of a paper that are read. */
export const PAPER_LINES_MAX = 400

/** A stretch of the paper that says one thing. */
export interface Clause {
  /** The stretch as it was written: `paper.slice(start, end)`. */
  line: string
  start: number
  end: number
  /** Its place as a reader would cite it: 第三条, 二(一)4; undefined without numbering. */
  article?: string
  kind: ClauseKind
  /** Only of a clause of kind `rule`. */
  rules: SaidRule[]
  /** Of an `unknown` one: what it could mean, the likeliest first. */
  maybe?: RuleId[]
  /** Places in the list of clauses that contradict this one. */
  against?: number[]
}

/** Who a part of the paper speaks to. */
export type Audience = 'teachers' | 'families'
/** How a clause speaks of something: forbids it, allows or asks for it, gives it as a reason. */
export type Stance = 'no' | 'yes' | 'aim' | 'plain'

/** What the headings above a clause say of it. */
export interface Context {
  audience?: Audience
  /** The list a clause stands in is one of things forbidden, or allowed. */
  stance?: 'no' | 'yes'
  /** The words of the nearest heading. */
  heading: string
}
