// Decides how an incident is written down: a child and a kind are enough; who notes it second notes the same one.
import { beijingDay } from '@class-pact/core/calendar'
import { isAway } from '@class-pact/core/child'
import type { CheckedInput } from '@class-pact/core/contract'
import { orderOf, settleAt } from '@class-pact/core/incident'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { findCall, findFounding, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import type { CheckResult } from '../../common/store/documents'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { lineOf } from '../child'
import { describeIncident } from './describe-incident'
import type { IncidentDoc, Note } from './documents'
import type { FoundChild } from './find-incident'
import { NOTES_ROOM, hasWords } from './note-incident'
import { incidents, slotOf } from './store'

type Call = Session & InPlace

/** Of two who note the same at once one opens it, and the other finds it open; neither is refused. */
export const openIncident: Handler<'incident.open', FoundChild> = async ({ childId, kind, at }, session) => {
  const { openid, requestId, now, identity, found } = session
  const { child, className, pact } = found
  if (isAway(child.away, beijingDay(now)) || child.graduated !== undefined) return refuse('CHILD_STATE')
  const happenedAt = settleAt(at, now)
  if (happenedAt === undefined) return refuse('INPUT_INVALID', { field: 'at' })
  const { input, check } = await session.ask()
  const note = noteOf(input, check, session)
  const opened: IncidentDoc = {
    _id: deriveId('incident', openid, requestId),
    schoolId: child.schoolId,
    classId: child.classId,
    className,
    childId,
    childName: lineOf(childId, child).name,
    kind,
    happenedAt,
    openedAt: now,
    openedBy: identity.card,
    noters: [openid],
    notes: note ? [note] : [],
    ...{ stamps: {}, corrected: [], state: 'open', outcomes: [] },
    ...orderOf(pact ?? { rules: {} }),
    pactVersion: pact?.version ?? 0,
    callDigest: session.digest,
    slot: slotOf(childId, kind, now),
    // The leaders are told whatever the hour, and also when this call ends here.
    duty: { kind: 'tell', at: now, lease: 0, tries: 0 },
    ...startTrail(noteAct(session, identity.role, 'incident.open')),
  }
  if (await incidents.insert(opened)) return succeed(describeIncident(opened, identity, now))
  const earlier = await incidents.find(opened._id)
  if (earlier && findFounding(earlier, session) === 'other') return refuseReused()
  if (earlier) return succeed(describeIncident(earlier, identity, now))
  return joinIncident(opened.slot, note, session)
}

async function joinIncident(slot: string, note: Note | undefined, session: Call) {
  const { openid, identity, now } = session
  const room = note ? NOTES_ROOM : {}
  await incidents.update(
    { slot, ...unlessDone(session), ...room },
    withTrail(
      { $addToSet: { noters: openid }, ...(note && { $push: { notes: note } }) },
      noteAct(session, identity.role, 'incident.open'),
    ),
  )
  const [joined] = await incidents.list({ slot }, { limit: 1 })
  const been = findCall(joined?.trail, session)
  if (been === 'other') return refuseReused()
  // Closed at this very moment, or full of notes: the next try opens another, or comes without words.
  return joined && been === 'repeat' ? succeed(describeIncident(joined, identity, now)) : refuse('TRY_AGAIN')
}

function noteOf(input: CheckedInput<'incident.open'>, check: CheckResult, { now, identity }: Call): Note | undefined {
  if (!hasWords(input)) return undefined
  return { signs: input.signs ?? [], ...keepWords(input.words, check), at: now, by: identity.card }
}
