// Decides a letter that waits for a person: let through, or back to its author with words; nobody decides an own one.
import { nextOpening } from '@class-pact/core/pact'
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { bringOn } from './bring-on'
import type { LetterDoc, TalkDoc } from './documents'
import { placeOf, readTalk, type FoundTalk } from './find-talk'
import { describeHeld, linksOf } from './held-letters'
import { talks } from './store'

export interface FoundLetter extends FoundTalk {
  letter: LetterDoc
  place: number
}

interface Meant {
  talkId: string
  letterId: string
}

export async function findHeldLetter(
  { talkId, letterId }: Meant,
  { now }: Session,
): Promise<Whose<FoundLetter> | undefined> {
  const found = await readTalk(talkId, now)
  const place = found?.talk.letters.findIndex((each) => each.letterId === letterId) ?? -1
  const letter = found?.talk.letters[place]
  if (!found || !letter) return undefined
  const { state, looker, decided } = letter
  const isOnQueue = state === 'held' || decided !== undefined
  return {
    found: { ...found, letter, place },
    place: placeOf(found.talk),
    may: (identity) => isOnQueue && (looker === 'leaders' ? isLeader(identity) : identity.role === 'head_teacher'),
  }
}

export const decideLetter: Handler<'letter.decide', FoundLetter> = async ({ decision, words }, session) => {
  const { openid, now, identity, check, found } = session
  const { talk, facts, letter, place } = found
  const describe = async (decided: LetterDoc) =>
    succeed(describeHeld({ ...talk, letter: decided }, openid, await linksOf(decided)))
  if (letter.by.openid === openid) return refuse('REVIEWER_IS_AUTHOR', { rule: 'G02' })
  const been = findCall(talk.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return describe(letter)
  if (letter.state !== 'held') return refuse('LETTER_DECIDED')
  if (decision === 'return' && !words) return refuse('INPUT_INVALID', { field: 'words' })

  const decided = { at: now, by: identity.card, role: identity.role, decision, ...keepWords(words, check) }
  const fields: Partial<LetterDoc> =
    decision === 'return' ? { state: 'returned', decided } : { ...sentNow(talk, found, letter, now), decided }
  const { next, change } = bringOn(talk, facts, { amend: [{ place, fields }] }, now)
  const changed = await talks.update(
    { _id: talk._id, changes: talk.changes, [`letters.${place}.state`]: 'held', ...unlessDone(session) },
    withTrail(change, noteAct(session, identity.role, 'letter.decide', { decision })),
  )
  if (changed) return describe(next.letters[place] ?? letter)
  if ((await lookBack(talks, talk._id, session)) === 'repeat') return describe({ ...letter, ...fields })
  const after = await talks.find(talk._id)
  return after?.letters[place]?.state === 'held' ? refuse('TRY_AGAIN') : refuse('LETTER_DECIDED')
}

/** A letter that is let through goes on its way now: quiet hours hold it as if it were written now. */
function sentNow(_talk: TalkDoc, { facts }: FoundTalk, { by }: LetterDoc, now: number): Partial<LetterDoc> {
  const { pact, school } = facts
  const arrivesAt = nextOpening(now, by.role, pact, school.calendar, 'private')
  return { state: 'sent', sentAt: now, arrivesAt, toTell: true }
}
