// Decides how a thread begins: with its first letter, about one child, to one teacher or the principal (C24, C25).
import { beijingDay } from '@class-pact/core/calendar'
import { isAway } from '@class-pact/core/child'
import { composeStaffCard } from '@class-pact/core/family'
import type { Input } from '@class-pact/core/contract'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { mutedUntil } from '../../common/call/session'
import { discardUploads } from '../../common/files/take-files'
import { noteAct, startTrail } from '../../common/store/trail'
import { settle } from './bring-on'
import { describeTalk } from './describe-talk'
import type { TalkDoc } from './documents'
import { headCard, type TalkFacts } from './facts'
import { talkIdOf, type FoundChild } from './find-talk'
import { talks } from './store'
import { weighLetter } from './weigh-letter'

export const openTalk: Handler<'talk.open', FoundChild> = async (asked, session) => {
  const { now, identity, person, found } = session
  const { facts, repeated, schoolId, classId } = found
  const answerAgain = async (earlier: TalkDoc) =>
    findFounding(earlier, session) === 'other' ? refuseReused() : succeed(await describeTalk(earlier, facts, session))
  if (repeated) return answerAgain(repeated)
  const until = mutedUntil(person, identity, now)
  if (until !== undefined) return refuse('MUTED', { until, rule: 'G04' })
  const { child, itsClass } = facts
  if (isAway(child.away, beijingDay(now)) || child.graduated !== undefined) return refuse('CHILD_STATE')
  const to = addressee(asked, facts, session)
  if (!to) return refuse('INPUT_INVALID', { field: 'to' })
  if (identity.role !== 'guardian' && asked.about !== 'matter') return refuse('INPUT_INVALID', { field: 'about' })

  const talkId = talkIdOf(session)
  const { matter } = asked
  const weighed = await weighLetter(asked, { talkId, matter, to: to.desk, letters: [], facts, session })
  if (!weighed.ok) {
    // The same call at the same moment has taken the photos already.
    const earlier = weighed.error.code === 'INPUT_INVALID' ? await talks.find(talkId) : undefined
    return earlier ? answerAgain(earlier) : weighed
  }
  const { letter } = weighed
  if (!letter) return refuse('POST_REFUSED', { rule: 'C34', field: 'words' })
  const { input } = await session.ask()
  const opened = settle(
    {
      _id: talkId,
      ...{ schoolId, classId, className: itsClass.name, childId: child._id },
      childName: itsClass.roster.find((each) => each.childId === child._id)?.name ?? child.name,
      ...{ about: asked.about, matter: input.matter, to, openedAt: now },
      ...{ letters: [letter], events: [], state: 'waiting', desk: to.desk, deskSince: letter.arrivesAt },
      ...{ writers: [letter.by.openid], holding: [], updatedAt: now, changes: 0, callDigest: session.digest },
      ...startTrail(noteAct(session, identity.role, 'talk.open')),
    },
    facts,
  )
  if (!(await talks.insert(opened))) {
    const earlier = await talks.find(talkId)
    return earlier ? answerAgain(earlier) : refuse('TRY_AGAIN')
  }
  await discardUploads(asked.photos)
  return succeed(await describeTalk(opened, facts, session))
}

/** A teacher begins with the family; a family writes to the head teacher, a subject teacher of the class, or the principal. */
function addressee(
  { to }: Pick<Input<'talk.open'>, 'to'>,
  { itsClass, school }: TalkFacts,
  { identity, openid }: Session & InPlace,
): TalkDoc['to'] | undefined {
  const isFamily = identity.role === 'guardian'
  if (isFamily !== (to.desk !== 'family')) return undefined
  switch (to.desk) {
    case 'family':
      return identity.role === 'head_teacher'
        ? { desk: 'head_teacher', card: identity.card }
        : { desk: 'teacher', openid, card: identity.card }
    case 'principal':
      return { desk: 'principal', card: '' }
    case 'head_teacher':
      return { desk: 'head_teacher', card: headCard({ itsClass }, school.kind) ?? '' }
    case 'teacher': {
      const card = (teacher: { name: string; subject: string }) => composeStaffCard(teacher, 'teacher', school.kind)
      const meant = itsClass.teachers.find((each) => each.since === to.teacher.since && card(each) === to.teacher.card)
      return meant && { desk: 'teacher', openid: meant.openid, card: to.teacher.card }
    }
  }
}
