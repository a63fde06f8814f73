// Decides how a call of a phone becomes a reply: parse, session, place, words, handler; whatever breaks says TRY_AGAIN.
import { parse, type Call, type Identity, type Reply, type Row } from '@class-pact/core/contract'
import { cloud } from '../cloud'
import { readClock } from '../clock'
import { brakeAction, brakedUntil, brakeKnock, type Knock } from './brake'
import { askAbout, checkInput } from './check-input'
import type { Finder, InPlace, Served, Session, Visit } from './handlers'
import { logFailure } from './log'
import type { Person } from './person'
import { digestCall, isReused, refuseReused, rememberAnswered } from './repeat'
import { refuse, type Refusal } from './results'
import { belongsTo, identityIn, placeIn, servesIn } from './scope'
import { hasRole } from './session'

const REQUEST_ID = /^[\w-]{8,64}$/

/** One action; rows have tied each handler to its own input, and behind the lookup by name they look alike. */
interface Action {
  name: string
  row: Row
  find?: (input: unknown, session: Session) => ReturnType<Finder<unknown>>
  handle: (input: unknown, context: object) => Promise<Reply<unknown>>
}

/** @param lawOf the class whose pact and names are brought along */
type FindPerson = (openid: string, lawOf?: string) => Promise<Person | undefined>

/**
 * The `main` of a function that phones call: the actions of these domains.
 * Errors: every code of the contract; ACTION_UNKNOWN also for actions of another function, FORBIDDEN also for strangers.
 * @param findPerson who somebody is at this moment; undefined: nobody
 */
export function answerCalls(
  domains: readonly Served[],
  findPerson: FindPerson,
): (event: unknown) => Promise<Reply<unknown>> {
  const actions = new Map(domains.flatMap(listActions).map((action) => [action.name, action]))
  return async (event) => {
    const call = readCall(event)
    if (!call) return refuse('INPUT_INVALID', { field: 'requestId' })
    const action = actions.get(call.action)
    if (!action) return refuse('ACTION_UNKNOWN')
    try {
      return await answer(call, action, findPerson)
    } catch (failure) {
      logFailure(call.action, call.requestId, failure)
      return refuse('TRY_AGAIN')
    }
  }
}

function listActions({ rows, finders, handlers }: Served): Action[] {
  return Object.entries(rows).map(([name, row]) => ({
    name,
    row,
    find: typeof row.scope === 'object' ? (finders[row.scope.find] as Action['find']) : undefined,
    handle: handlers[name] as Action['handle'],
  }))
}

function readCall(event: unknown): Call | undefined {
  if (typeof event !== 'object' || event === null) return undefined
  const { action, requestId, input } = event as Record<string, unknown>
  if (typeof action !== 'string' || typeof requestId !== 'string' || !REQUEST_ID.test(requestId)) return undefined
  return { action, requestId, input }
}

async function answer(call: Call, action: Action, findPerson: FindPerson): Promise<Reply<unknown>> {
  const { name, row } = action
  const parsed = parse(row.input, call.input)
  if (!parsed.ok) return parsed.error.field === 'consent' ? askForConsent() : parsed

  const { OPENID: openid } = cloud.getWXContext()
  if (!openid) return refuse('FORBIDDEN')
  const digest = digestCall(name, parsed.input)
  const visit: Visit = { openid, requestId: call.requestId, digest, now: readClock() }
  if (isReused(row, visit)) return refuseReused()
  const braked = brakedUntil(knockOf(action), openid, visit.now) ?? brakeAction(name, row, openid, visit.now)
  if (braked !== undefined) return refuse('TOO_MANY', { until: braked })
  const admitted = await admit(action, parsed.input, visit, findPerson)
  const reply = admitted ? await enter(action, parsed.input, admitted) : refuse('FORBIDDEN')
  if (reply.ok) rememberAnswered(row, visit)
  return reply
}

/** A session is one look for the person, as everywhere behind the doors. */
const knockOf = ({ name, row }: Action): Knock => (row.roles === 'anyone' && name !== 'session.read' ? 'door' : 'look')

/** The doors look at the person themselves; everywhere else the caller has one of the action's roles in its place. */
async function admit(
  action: Action,
  input: unknown,
  visit: Visit,
  findPerson: FindPerson,
): Promise<Visit | Session | undefined> {
  const { roles } = action.row
  const { openid, now } = visit
  if (roles === 'anyone') {
    brakeKnock(knockOf(action), openid, now)
    return visit
  }
  const lawOf = action.row.underPact && placeIn(input)?.classId
  const person = await findPerson(openid, lawOf).then((found) => found && actingIn(found, action.row))
  if (!person) brakeKnock('look', openid, now)
  return person && hasRole(person, roles) ? enterPlace(action, input, { ...visit, person }) : undefined
}

/** Somebody with what they were, as far as the action is also for those. */
function actingIn(person: Person, { former = [] }: Row): Person {
  const were = person.former.filter(({ closed }) => closed && former.includes(closed))
  return were.length === 0 ? person : { ...person, identities: [...person.identities, ...were] }
}

/** Finds the caller's role in the place of the call, once; undefined: they have none there, or there is no such place. */
async function enterPlace(
  { row: { scope, roles, offices }, find }: Action,
  input: unknown,
  session: Session,
): Promise<Session | undefined> {
  if (scope === 'self' || roles === 'anyone') return session
  const as = (fits: (identity: Identity) => boolean) =>
    identityIn(session.person, roles, (each) => servesIn(each, offices) && fits(each))
  if (scope === 'identity') {
    const { identity: key } = input as { identity?: string }
    return withIdentity(
      session,
      as((each) => each.key === key),
    )
  }
  if (scope === 'place') {
    const place = placeIn(input)
    return (
      place &&
      withIdentity(
        session,
        as((each) => belongsTo(each, place)),
      )
    )
  }
  const whose = await find?.(input, session)
  if (!whose) return undefined
  const { found, place, may = () => true } = whose
  const identity = as((each) => belongsTo(each, place) && may(each))
  return withIdentity({ ...session, found } as Session, identity)
}

function withIdentity(session: Session, identity: Identity | undefined): Session | undefined {
  return identity && ({ ...session, identity } as Session)
}

/** What stands under a card waits until its owner has confirmed it (M10). */
function enter(action: Action, input: unknown, context: Visit): Promise<Reply<unknown>> {
  const { identity } = context as Partial<InPlace>
  const isOpen = !action.row.needsCard || !identity?.unconfirmed
  return isOpen ? carryOut(action, input, context) : Promise.resolve(refuse('CARD_NEEDED', { rule: 'M10' }))
}

/** Every word of the input is judged, and WeChat is asked about it, unless the action does both itself (C04). */
async function carryOut({ row, handle }: Action, input: unknown, context: Visit): Promise<Reply<unknown>> {
  const { openid } = context
  if (row.asksItself) return handle(input, { ...context, ask: () => askAbout(row, input, openid) })
  const { identity, person } = context as Partial<InPlace & Session>
  const speaker = { openid, role: identity?.role ?? 'guardian', law: person?.law, ownChild: identity?.childName ?? '' }
  const checked = await checkInput(row, input, speaker, context.now)
  return checked.ok ? handle(checked.input, { ...context, check: checked.check }) : checked
}

/** Joining without agreeing to the privacy text is a refusal of its own, not a slip of the pen (M12). */
function askForConsent(): Refusal {
  return refuse('CONSENT_NEEDED', { field: 'consent', rule: 'M12' })
}
