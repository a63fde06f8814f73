// Decides how an incident ends: with what became of the child; said again later, it is how it went on (L06).
import type { Handler } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { describeIncident } from './describe-incident'
import type { IncidentDoc } from './documents'
import { incidents } from './store'

/** From a hospital home, from home back to school: a few; more are leave. */
const OUTCOMES_MOST = 10

/** Steps that nobody stamped do not keep it open: the record says that they are missing. */
export const closeIncident: Handler<'incident.close', IncidentDoc> = async ({ incidentId, outcome }, session) => {
  const { identity, now, found } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeIncident(found, identity, now))
  const seen = found.outcomes.length
  if (seen >= OUTCOMES_MOST) return refuse('INCIDENT_CHANGED')
  const { input, check } = await session.ask()
  const line = { outcome, ...keepWords(input.words, check), at: now, by: identity.card }
  const changed = await incidents.update(
    { _id: incidentId, [`outcomes.${seen}`]: { $exists: false }, ...unlessDone(session) },
    withTrail(
      { $push: { outcomes: line }, $set: { state: 'closed', slot: `closed:${incidentId}` } },
      noteAct(session, identity.role, 'incident.close', { outcome }),
    ),
  )
  if (!changed && (await lookBack(incidents, incidentId, session)) !== 'repeat') return refuse('INCIDENT_CHANGED')
  return succeed(describeIncident({ ...found, state: 'closed', outcomes: [...found.outcomes, line] }, identity, now))
}
