// Decides how an act on a talk meets another at the same moment: it is looked at again, and done once (docs/adr/0027).
import type { Identity, Reply, Talk } from '@class-pact/core/contract'
import type { InPlace, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { bringOn, type Act } from './bring-on'
import { describeTalk } from './describe-talk'
import type { TalkDoc } from './documents'
import { readTalk, type FoundTalk } from './find-talk'
import { talks } from './store'
import { mayRead } from './whose'

/** Somebody else was faster so often: nobody writes that much to one family. */
const ROUNDS_MAX = 8

type Caller = Session & InPlace

/** What an act makes of the talk as it stands now. */
export type Plan = (found: FoundTalk) => Act | Refusal

const isRefusal = (planned: object): planned is Refusal => 'ok' in planned

export async function changeTalk(found: FoundTalk, session: Caller, act: string, plan: Plan): Promise<Reply<Talk>> {
  const { identity, now } = session
  let current: FoundTalk | undefined = found
  for (let round = 0; round < ROUNDS_MAX && current; round++) {
    const { talk, facts } = current
    const been = findCall(talk.trail, session)
    if (been === 'other') return refuseReused()
    if (been === 'repeat') return answer(talk, current, session)
    if (round > 0 && !isStillTheirs(found.talk, current, session)) return refuse('TALK_STATE')
    const planned = plan(current)
    if (isRefusal(planned)) return planned
    const { next, change } = bringOn(talk, facts, planned, now)
    const changed = await talks.update(
      { _id: talk._id, changes: talk.changes, ...unlessDone(session) },
      withTrail({ ...change, $set: { ...change.$set, updatedAt: now } }, noteAct(session, identity.role, act)),
    )
    if (changed) return answer(next, current, session)
    current = await readTalk(talk._id, now)
  }
  return refuse('TRY_AGAIN')
}

/** The child's class may have changed meanwhile, or who teaches there. */
function isStillTheirs(before: TalkDoc, { talk, facts }: FoundTalk, { openid, now, identity }: Caller): boolean {
  return talk.classId === before.classId && mayRead(talk, facts, openid, now)(identity)
}

async function answer(talk: TalkDoc, { facts }: FoundTalk, session: Session & { identity: Identity }) {
  return succeed(await describeTalk(talk, facts, session))
}
