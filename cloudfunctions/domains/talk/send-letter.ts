// Decides how one letter more goes into a thread; a thank-you is a read mark, and a closed matter opens again (N15, C34).
import { limits } from '@class-pact/core/contract'
import { isVisible } from '@class-pact/core/talk'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { findCall, refuseReused } from '../../common/call/repeat'
import { mutedUntil } from '../../common/call/session'
import { discardUploads } from '../../common/files/take-files'
import { changeTalk } from './change-talk'
import { describeTalk } from './describe-talk'
import type { TalkDoc } from './documents'
import { readTalk, type FoundTalk } from './find-talk'
import { weighLetter } from './weigh-letter'

export const sendLetter: Handler<'talk.send', FoundTalk> = async (asked, session) => {
  const { identity, now, person, found } = session
  const { talk, facts } = found
  const been = findCall(talk.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(await describeTalk(talk, facts, session))
  const until = mutedUntil(person, identity, now)
  if (until !== undefined) return refuse('MUTED', { until, rule: 'G04' })
  const isFull = ({ letters }: TalkDoc) => letters.length >= limits.LETTERS_MAX
  if (isFull(talk)) return refuse('TALK_STATE')

  const around = { talkId: talk._id, to: talk.to.desk, letters: talk.letters, facts, session }
  const weighed = await weighLetter(asked, around)
  if (!weighed.ok) {
    if (weighed.error.code !== 'INPUT_INVALID') return weighed
    // The same call at the same moment has taken the photos already.
    const again = await readTalk(talk._id, now)
    const isDone = again && findCall(again.talk.trail, session) === 'repeat'
    return isDone ? succeed(await describeTalk(again.talk, again.facts, session)) : weighed
  }
  const { letter } = weighed
  if (!letter) {
    return changeTalk(found, session, 'talk.seen', (current) =>
      isMarkedSeen(current.talk, now) ? {} : { events: [{ kind: 'seen', at: now, by: identity.card }] },
    )
  }
  const reply = await changeTalk(found, session, 'talk.send', (current) =>
    isFull(current.talk) ? refuse('TALK_STATE') : { letter },
  )
  if (reply.ok) await discardUploads(asked.photos)
  return reply
}

/** Once for what the school has written last. */
function isMarkedSeen({ letters, events }: TalkDoc, now: number): boolean {
  const seenAt = Math.max(...events.flatMap(({ kind, at }) => (kind === 'seen' ? [at] : [])))
  const arrived = letters.filter((letter) => letter.by.side !== 'family' && isVisible(letter, 'family', now))
  return Number.isFinite(seenAt) && arrived.every(({ arrivesAt }) => arrivesAt <= seenAt)
}
