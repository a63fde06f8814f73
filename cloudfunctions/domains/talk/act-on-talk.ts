// Decides how a matter is handed to the leaders, closed, or thanked for: each once, by whoever may (G07, N15, P06).
import type { TalkAct } from '@class-pact/core/contract'
import { actsOf, stateOf } from '@class-pact/core/talk'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { refuse, type Refusal } from '../../common/call/results'
import { keepWords } from '../../common/wechat/check-words'
import { changeTalk, type Plan } from './change-talk'
import type { EventDoc, TalkDoc } from './documents'
import type { FoundTalk } from './find-talk'
import { deskIn, sideOfReader } from './whose'

type Caller = Session & InPlace

/** Refused also where a letter or an act has come that was not on the screen: it is read again first. */
function unless(
  act: TalkAct,
  seen: TalkDoc,
  { identity, now }: Caller,
  { talk, facts }: FoundTalk,
): Refusal | undefined {
  const isOther = talk.letters.length !== seen.letters.length || talk.events.length !== seen.events.length
  const { about, desk, events, letters } = talk
  const may = actsOf({
    ...{ role: identity.role, state: stateOf(talk, sideOfReader(identity), now), desk, about, events },
    ...{ deskNow: deskIn(talk, facts, now).desk, letters: letters.length, muted: false },
  })
  return isOther || !may.includes(act) ? refuse('TALK_STATE') : undefined
}

const planFor =
  (act: TalkAct, session: Caller & { found: FoundTalk }, planned: ReturnType<Plan>): Plan =>
  (current) =>
    unless(act, session.found.talk, session, current) ?? planned

const eventOf = (kind: EventDoc['kind'], { now, identity }: Caller): EventDoc => ({
  ...{ kind, at: now, by: identity.card },
  toTell: true,
})

/** 转校长室 */
export const passTalk: Handler<'talk.pass', FoundTalk> = ({ words }, session) => {
  const event: EventDoc = { ...eventOf('passed', session), desk: 'principal', ...keepWords(words, session.check) }
  const plan = planFor('pass', session, { events: [event], desk: 'principal' })
  return changeTalk(session.found, session, 'talk.pass', plan)
}

/** 请校长看 */
export const askLeaders: Handler<'talk.ask', FoundTalk> = (_input, session) => {
  const event: EventDoc = { ...eventOf('asked', session), desk: 'principal' }
  const plan = planFor('ask', session, { events: [event], desk: 'principal' })
  return changeTalk(session.found, session, 'talk.ask', plan)
}

/** 办结 */
export const closeTalk: Handler<'talk.close', FoundTalk> = (_input, session) => {
  const { toTell: _, ...event } = eventOf('closed', session)
  return changeTalk(session.found, session, 'talk.close', planFor('close', session, { events: [event] }))
}

export const thankFor: Handler<'talk.thank', FoundTalk> = ({ words }, session) => {
  const event: EventDoc = { ...eventOf('thanked', session), ...keepWords(words, session.check) }
  return changeTalk(session.found, session, 'talk.thank', planFor('thank', session, { events: [event] }))
}
