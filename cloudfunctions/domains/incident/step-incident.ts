// Decides how a step gets its time: once, whoever comes first; a wrong one is replaced, and stays on record (L06, L07).
import { fitsWay, settleAt } from '@class-pact/core/incident'
import type { CheckedWords, HospitalWay, IncidentStep, Instant } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import type { CheckResult } from '../../common/store/documents'
import { noteAct, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { describeIncident } from './describe-incident'
import type { IncidentDoc, Stamp } from './documents'
import { incidents } from './store'

/** Corrections of one incident: each of three steps put right many times. */
const CORRECTED_MOST = 20

interface Said {
  at: Instant
  way?: HospitalWay
  to?: CheckedWords
}

function stampOf({ at, way, to }: Said, check: CheckResult, notedAt: Instant, by: string): Stamp {
  const toCheck = to && doubtOf(check)
  return { at, notedAt, by, ...(way && { way }), ...(to && { to }), ...(toCheck && { toCheck }) }
}

/** The guardian who was told counts for whoever told them first, at the time that stands (X07). */
function reachedIn(found: IncidentDoc, step: IncidentStep, stamp: Stamp | undefined, openid: string) {
  if (step !== 'guardian') return {}
  const [first] = found.reachedBy ?? []
  const reached = stamp && { childId: found.childId, by: first?.by ?? openid, way: 'phone' as const, at: stamp.at }
  return { reachedBy: reached ? [reached] : [] }
}

/** No order forbids a step. Of two phones the first stamps; the second learns what stands, and is not refused. */
export const stepIncident: Handler<'incident.step', IncidentDoc> = async ({ incidentId, step, at, way }, session) => {
  const { identity, now, found } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat' || found.stamps[step]) return succeed(describeIncident(found, identity, now))
  const done = settleAt(at, now)
  if (done === undefined) return refuse('INPUT_INVALID', { field: 'at' })
  if (!fitsWay(found.kind, step, way)) return refuse('INPUT_INVALID', { field: 'way' })
  const { input, check } = await session.ask()
  const stamp = stampOf({ ...input, at: done }, check, now, identity.card)
  const changed = await incidents.update(
    { _id: incidentId, [`stamps.${step}`]: { $exists: false }, ...unlessDone(session) },
    withTrail(
      { $set: { [`stamps.${step}`]: stamp, ...reachedIn(found, step, stamp, session.openid) } },
      noteAct(session, identity.role, 'incident.step', { step }),
    ),
  )
  if (!changed) return readAgain(incidentId, session)
  return succeed(describeIncident({ ...found, stamps: { ...found.stamps, [step]: stamp } }, identity, now))
}

/** Somebody was faster: what stands is what there is. */
async function readAgain(incidentId: string, session: Parameters<Handler<'incident.step', IncidentDoc>>[1]) {
  const after = await incidents.find(incidentId)
  if (!after) return refuse('TRY_AGAIN')
  if (findCall(after.trail, session) === 'other') return refuseReused()
  return succeed(describeIncident(after, session.identity, session.now))
}

/** Only the stamp that was on the screen: what somebody else has put right meanwhile is read again first. */
export const correctIncident: Handler<'incident.correct', IncidentDoc> = async (asked, session) => {
  const { incidentId, step, notedAt } = asked
  const { identity, now, found } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeIncident(found, identity, now))
  const was = found.stamps[step]
  if (was?.notedAt !== notedAt) return refuse('INCIDENT_CHANGED')
  if (asked.stamp && settleAt(asked.stamp.at, now) === undefined && asked.stamp.at !== was.at)
    return refuse('INPUT_INVALID', { field: 'stamp.at' })
  if (!fitsWay(found.kind, step, asked.stamp?.way)) return refuse('INPUT_INVALID', { field: 'stamp.way' })
  const { input, check } = await session.ask()
  // Told apart from the stamp it replaces, also within one millisecond.
  const noted = Math.max(now, notedAt + 1)
  const stamp =
    input.stamp && stampOf({ ...input.stamp, at: Math.min(input.stamp.at, now) }, check, noted, identity.card)
  const line = { step, was, at: now, by: identity.card }
  const path = `stamps.${step}`
  const changed = await incidents.update(
    {
      _id: incidentId,
      [`${path}.notedAt`]: notedAt,
      [`corrected.${CORRECTED_MOST - 1}`]: { $exists: false },
      ...unlessDone(session),
    },
    withTrail(
      {
        $push: { corrected: line },
        $set: { ...(stamp && { [path]: stamp }), ...reachedIn(found, step, stamp, session.openid) },
        ...(!stamp && { $unset: { [path]: '' } }),
      },
      noteAct(session, identity.role, 'incident.correct', { step }),
    ),
  )
  if (!changed) return isRepeated(incidentId, session)
  const { [step]: _was, ...others } = found.stamps
  const stamps = { ...others, ...(stamp && { [step]: stamp }) }
  return succeed(describeIncident({ ...found, stamps, corrected: [...found.corrected, line] }, identity, now))
}

/** The same call at the same moment has put it right; anybody else's is read again. */
async function isRepeated(incidentId: string, session: Parameters<Handler<'incident.correct', IncidentDoc>>[1]) {
  const after = await incidents.find(incidentId)
  const been = findCall(after?.trail, session)
  if (been === 'other') return refuseReused()
  return after && been === 'repeat'
    ? succeed(describeIncident(after, session.identity, session.now))
    : refuse('INCIDENT_CHANGED')
}
