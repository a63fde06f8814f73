// Decides how a call of a phone becomes a reply: parse, session, role, words, handler; whatever breaks says TRY_AGAIN.
import {
  ACTIONS,
  parseInput,
  type ActionName,
  type Call,
  type ParsedInput,
  type Reply,
} from '@class-pact/core/contract'
import { cloud } from '../cloud'
import { readClock } from '../clock'
import { hasRole } from '../session'
import { findPerson } from '../find-person'
import { brakeAction, brakedUntil, brakeKnock, type Knock } from './brake'
import { askAbout, checkInput } from './check-input'
import type { Handlers, Visit } from './handlers'
import { logFailure } from './log'
import { digestCall, isReused, refuseReused, rememberAnswered } from './repeat'
import { refuse, type Refusal } from './results'

const REQUEST_ID = /^[\w-]{8,64}$/

/** The contract has tied each handler to its own input; behind the lookup by name they look alike. */
type AnyHandler = (input: unknown, context: object) => Promise<Reply<unknown>>

/**
 * The `main` of a function that phones call.
 * Errors: every code of the contract; ACTION_UNKNOWN also for actions of another function, FORBIDDEN also for strangers.
 */
export function answerCalls(handlers: Partial<Handlers<ActionName>>): (event: unknown) => Promise<Reply<unknown>> {
  const registry = new Map(Object.entries(handlers)) as Map<string, AnyHandler>
  return async (event) => {
    const call = readCall(event)
    if (!call) return refuse('INPUT_INVALID', { field: 'requestId' })
    try {
      return await answer(call, registry)
    } catch (failure) {
      logFailure(call.action, call.requestId, failure)
      return refuse('TRY_AGAIN')
    }
  }
}

function readCall(event: unknown): Call | undefined {
  if (typeof event !== 'object' || event === null) return undefined
  const { action, requestId, input } = event as Record<string, unknown>
  if (typeof action !== 'string' || typeof requestId !== 'string' || !REQUEST_ID.test(requestId)) return undefined
  return { action, requestId, input }
}

async function answer(call: Call, registry: Map<string, AnyHandler>): Promise<Reply<unknown>> {
  const handler = registry.get(call.action)
  if (!handler) return refuse('ACTION_UNKNOWN')
  const name = call.action as ActionName
  const parsed = parseInput(name, call.input)
  if (!parsed.ok) return parsed.error.field === 'consent' ? askForConsent() : parsed

  const { OPENID: openid } = cloud.getWXContext()
  if (!openid) return refuse('FORBIDDEN')
  const digest = digestCall(name, parsed.input)
  const visit: Visit = { openid, requestId: call.requestId, digest, now: readClock() }
  if (isReused(name, visit)) return refuseReused()
  const braked = brakedUntil(knockOf(name), openid, visit.now) ?? brakeAction(name, openid, visit.now)
  if (braked !== undefined) return refuse('TOO_MANY', { until: braked })
  const reply = await admit(name, parsed.input, visit, handler)
  if (reply.ok) rememberAnswered(name, visit)
  return reply
}

/** A session is one look for the person, as everywhere behind the doors. */
const knockOf = (name: ActionName): Knock =>
  ACTIONS[name].roles === 'anyone' && name !== 'session.read' ? 'door' : 'look'

/**
 * The doors look at the person themselves; everywhere else the session has one of the action's roles. Then WeChat is asked
 * about every word of the input, unless the action asks itself.
 */
async function admit<Name extends ActionName>(
  name: Name,
  input: ParsedInput<Name>,
  visit: Visit,
  handler: AnyHandler,
): Promise<Reply<unknown>> {
  const { roles, ...action } = ACTIONS[name]
  const { openid, now } = visit
  const isDoor = roles === 'anyone'
  const person = isDoor ? undefined : await findPerson(openid)
  if (isDoor) brakeKnock(knockOf(name), openid, now)
  else if (!person) brakeKnock('look', openid, now)
  if (!isDoor && (!person || !hasRole(person, roles))) return refuse('FORBIDDEN')
  const context = { ...visit, ...(person && { person }) }
  if ('asksItself' in action) return handler(input, { ...context, ask: () => askAbout(name, input, openid) })
  const checked = await checkInput(name, input, openid)
  return checked.ok ? handler(checked.input, { ...context, check: checked.check }) : checked
}

/** Joining without agreeing to the privacy text is a refusal of its own, not a slip of the pen (M12). */
function askForConsent(): Refusal {
  return refuse('CONSENT_NEEDED', { field: 'consent', rule: 'M12' })
}
