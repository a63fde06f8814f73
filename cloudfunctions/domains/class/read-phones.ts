// Decides who sees a family's phones, for the call that follows; the look is written down before it is answered (M16, C28).
import type { Handler, Session } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { staffOf } from '../../common/call/session'
import { children } from './children'
import { noteAct, withTrail } from '../../common/store/trail'

/** Looks at one child's numbers in an hour: each of two guardians rung five times. */
const LOOKS_MOST = 10
const HOUR_MS = 3_600_000
/** Entries of one trail that wait for the audit or stay for repeats: room for a day's work of everybody. */
const TRAIL_MOST = 400

export const readPhones: Handler<'child.phones'> = async ({ childId }, session) => {
  const child = await children.find(childId)
  const reader = child && staffOf(session.person, child, ['head_teacher', 'office', 'principal'])
  if (!child || !reader) return refuse('FORBIDDEN')
  const been = findCall(child.trail, session)
  if (been === 'other') return refuseReused()
  const { openid, now } = session
  const looks = child.trail.filter(
    ({ by, action, at }) => by === openid && action === 'child.phones' && at > now - HOUR_MS,
  )
  const oldest = looks[looks.length - LOOKS_MOST]?.at ?? now
  if (been === 'fresh' && looks.length >= LOOKS_MOST) return refuse('TOO_MANY', { until: oldest + HOUR_MS })
  const act = noteAct(session, reader.role, 'child.phones')
  const room = { [`trail.${TRAIL_MOST - 1}`]: { $exists: false } }
  const noted = await children.update({ _id: childId, ...unlessDone(session), ...room }, withTrail({}, act))
  // What cannot be written down is not shown.
  if (!noted && been === 'fresh' && !(await hasLooked(childId, session))) return refuse('TOO_MANY')
  return succeed({ childId, phones: child.contacts.filter((contact) => contact.phone) })
}

/** The same call at the same moment has written it down. */
const hasLooked = async (childId: string, session: Session) => (await lookBack(children, childId, session)) === 'repeat'
