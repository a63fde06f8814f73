// Decides who gets a family's numbers in an emergency: who has the incident in hand; the look is noted (C28).
import type { Handler } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import type { FoundFamily } from './find-incident'
import { incidents } from './store'

/** Looks of one person at one incident: each of two guardians rung five times, twice over. */
const LOOKS_MOST = 20

export const readPhones: Handler<'incident.phones', FoundFamily> = async ({ incidentId }, session) => {
  const { openid, identity, found } = session
  const { incident, contacts } = found
  const been = findCall(incident.trail, session)
  if (been === 'other') return refuseReused()
  const looks = incident.trail.filter(({ by, action }) => by === openid && action === 'incident.phones')
  if (been === 'fresh' && looks.length >= LOOKS_MOST) return refuse('TOO_MANY')
  const noted = await incidents.update(
    { _id: incidentId, state: 'open', ...unlessDone(session) },
    withTrail({}, noteAct(session, identity.role, 'incident.phones')),
  )
  // What cannot be written down is not shown.
  if (!noted && been === 'fresh' && (await lookBack(incidents, incidentId, session)) !== 'repeat') {
    return refuse('TRY_AGAIN')
  }
  return succeed({ phones: contacts.filter(({ phone }) => phone) })
}
