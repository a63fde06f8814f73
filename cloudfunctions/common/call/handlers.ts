// Decides what an action of a domain is: its row, the finder of its document, and a handler, all typed by the contract.
import type {
  Actions,
  ActionName,
  Checked as CheckedData,
  Identity,
  Instant,
  OutputOf,
  ParsedOf,
  Reply,
  Row,
  Rows,
} from '@class-pact/core/contract'
import type { CheckResult } from '../store/documents'
import type { Person } from './person'

/** What every action knows about its call. */
export interface Visit {
  /** From getWXContext(), the only identity there is. */
  openid: string
  requestId: string
  /** Of the action and its input: a requestId stands for one of them (`findCall`). */
  digest: string
  now: Instant
}

/** Who calls an action that is not open to anyone; one call (the session). */
export interface Session extends Visit {
  person: Person
}

/** In whose name somebody calls: the identity that has one of the row's roles in the place of the call. */
export interface InPlace {
  identity: Identity
}

/** What every action knows whose words are checked before it begins. */
export interface Checked {
  /** What WeChat says of all words of the input: never risky. */
  check: CheckResult
}

/** What an action knows that asks WeChat itself. */
export interface Asking<Each extends Row> {
  /** Never throws: no answer is `unavailable`. */
  ask: () => Promise<{ input: CheckedData<ParsedOf<Each>>; check: CheckResult }>
}

/** Where a call acts; what is not named is not known. */
export interface Place {
  schoolId?: string
  classId?: string
  childId?: string
  /** Tells the class's grade: without it no officer of a grade belongs there (M17). */
  className?: string
}

/** A document that an input names, and whose it is. */
export interface Whose<Found> {
  found: Found
  place: Place
  /** What else must hold of the identity that acts; absent: nothing. */
  may?: (identity: Identity) => boolean
}

/**
 * Reads the document that an input names: once a call, before anything is done. Undefined: there is none.
 * The input has been parsed by the row, and the caller has one of the row's roles somewhere.
 */
export type Finder<Found> = (input: never, session: Session) => Promise<Whose<Found> | undefined>
export type Finders = Record<string, Finder<unknown>>

/** What the finder of a row brings: `found` of the context. */
type FoundBy<Each extends Row, Found extends Finders> = Each['scope'] extends { find: infer Name extends keyof Found }
  ? Found[Name] extends (...call: never[]) => Promise<Whose<infer Document> | undefined>
    ? { found: Document }
    : never
  : unknown

/** The doors (`roles: 'anyone'`) read the person themselves, if they need one at all. */
type ContextOf<Each extends Row, More> = (Each['roles'] extends 'anyone' ? Visit : Session) &
  (Each['scope'] extends 'self' ? unknown : InPlace) &
  (Each extends { asksItself: true } ? Asking<Each> : Checked) &
  More

export type HandlerOf<Each extends Row, More = unknown> = (
  input: Each extends { asksItself: true } ? ParsedOf<Each> : CheckedData<ParsedOf<Each>>,
  context: ContextOf<Each, More>,
) => Promise<Reply<OutputOf<Each>>>

/** The handler of an action of ours: `Handler<'leave.read', FoundLeave>`; the second is what the row's finder finds. */
export type Handler<Name extends ActionName, Found = never> = HandlerOf<
  Actions[Name],
  [Found] extends [never] ? unknown : { found: Found }
>

/** The actions of one domain, as the dispatcher takes them. */
export interface Served {
  rows: Rows
  finders: Finders
  handlers: Record<string, (input: never, context: never) => Promise<Reply<unknown>>>
}

/** The finders that rows name. */
type FindersOf<These extends Rows> = {
  [
    Name in keyof These as These[Name]['scope'] extends { find: infer Found extends string } ? Found : never
  ]: Finder<unknown>
}

/** Puts the actions of a domain together: every row has a handler, which gets what the row's finder brings. */
export function serve<These extends Rows, Found extends FindersOf<These>>(
  rows: These,
  finders: Found,
  handlers: { [Name in keyof These]: HandlerOf<These[Name], FoundBy<These[Name], Found>> },
): Served {
  return { rows, finders, handlers: handlers as unknown as Served['handlers'] }
}
