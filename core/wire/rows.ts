// Decides what a contract says of one action: what goes in and comes out, who may call it, and where.
import type * as z from 'zod/mini'
import type { Closed, Office, Role } from './values'

export const STAFF = ['head_teacher', 'teacher', 'office', 'principal'] as const satisfies readonly Role[]
/** A principal who keeps the office as well acts as the principal. */
export const LEADERS = ['principal', 'office'] as const satisfies readonly Role[]
export const MEMBERS = ['guardian', ...STAFF, 'supervisor', 'officer', 'stand_in'] as const satisfies readonly Role[]

/** What an action answers with: a type, and nothing when the program runs. */
export interface Answer<Output> {
  readonly output?: Output
}
/** The answer of a row: `answer<Leave>()`. */
export const answer = <Output>(): Answer<Output> => ({})

/** An action that only changes something answers with nothing. */
export type Done = Record<string, never>

/**
 * Where the caller needs one of the row's roles.
 * `self`: nowhere, it is about the caller alone, or the action looks itself (the doors).
 * `identity`: the input names the caller's own identity. `place`: the input names the child, class or school.
 * `find`: the input names a document; the domain's finder of that name says whose it is.
 */
export type Scope = 'self' | 'identity' | 'place' | { find: string }

/** How often somebody may call: so many at once, and one more every so many milliseconds. */
export interface Rate {
  burst: number
  every: number
}

/** One action. */
export interface Row {
  input: z.ZodMiniType
  output: Answer<unknown>
  /** `anyone`: a door. It works for a stranger and tells a stranger nothing. */
  roles: 'anyone' | readonly Role[]
  scope: Scope
  /** It only looks: asking again is harmless. Every other action changes something, once a requestId (design.md 6). */
  looks?: true
  /** Also for somebody who was there, where one of these has ended it; absent: for nobody who was (L12, L13). */
  former?: readonly Closed[]
  /** Of the role `officer`: the offices it is open to, each for the own grade only; absent: all (M17). */
  offices?: readonly Office[]
  /** Only with a card that is confirmed: what is signed or written stands under it (M10). */
  needsCard?: true
  /** Its words say what somebody did: they are not judged as if they did it. WeChat is asked all the same. */
  quotes?: true
  /** Its notes are what a family writes to the school: the pact in force judges them too, with the class's names (G02). */
  underPact?: true
  /** WeChat is asked about the words before an action begins, and risky ones end it (C04); this one asks itself. */
  asksItself?: true
  /** What stands on a card at once, and nobody looks at: a doubt ends the call too. */
  mustPass?: true
  /** Every call leaves something behind, or costs much: it is braked by itself. */
  rate?: Rate
}
export type Rows = Record<string, Row>

/** What a phone sends. */
export type InputOf<Each extends Row> = z.input<Each['input']>
/** What fits the contract; its words are unchecked. */
export type ParsedOf<Each extends Row> = z.output<Each['input']>
/** What an action answers with. */
export type OutputOf<Each extends Row> = Each['output'] extends Answer<infer Output> ? Output : never
