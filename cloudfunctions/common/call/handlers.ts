// Decides what a handler is: input and context in, a reply out, all typed by the contract.
import type { ACTIONS, ActionName, CheckedInput, Instant, Output, ParsedInput, Reply } from '@class-pact/core/contract'
import type { CheckResult, Person } from '../store/documents'

/** What every action knows about its call. */
export interface Visit {
  /** From getWXContext(), the only identity there is. */
  openid: string
  requestId: string
  /** Of the action and its input: a requestId stands for one of them (`findCall`). */
  digest: string
  now: Instant
}

/** What every action knows whose words are checked before it begins. */
export interface Checked {
  /** What WeChat says of all words of the input: never risky. */
  check: CheckResult
}

/** What an action knows that asks WeChat itself. */
export interface Asking<Name extends ActionName> {
  /** Never throws: no answer is `unavailable`. */
  ask: () => Promise<{ input: CheckedInput<Name>; check: CheckResult }>
}

/** Who calls an action that is not open to anyone; one call (the session). */
export interface Session extends Visit {
  person: Person
}

type Doors = { [Name in ActionName]: (typeof ACTIONS)[Name]['roles'] extends 'anyone' ? Name : never }[ActionName]

/** The doors (`roles: 'anyone'`) read the person themselves, if they need one at all. */
export type Context<Name extends ActionName> = (Name extends Doors ? Visit : Session) &
  (Name extends Askers ? Asking<Name> : Checked)

type Askers = { [Name in ActionName]: (typeof ACTIONS)[Name] extends { asksItself: true } ? Name : never }[ActionName]

export type Handler<Name extends ActionName> = (
  input: Name extends Askers ? ParsedInput<Name> : CheckedInput<Name>,
  context: Context<Name>,
) => Promise<Reply<Output<Name>>>

/** The handlers of some actions: `Handlers<'slip.sign' | 'slip.close'>`. */
export type Handlers<Name extends ActionName> = { [Each in Name]: Handler<Each> }

/** Every action that one function answers. */
export type ActionsOf<Function extends 'api' | 'exporter'> = {
  [Name in ActionName]: (typeof ACTIONS)[Name]['function'] extends Function ? Name : never
}[ActionName]
