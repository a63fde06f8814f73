// Decides who sees a family's phones; the look is written down before it is answered (M16, C28).
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { children } from './children'
import type { ChildDoc } from './documents'

/** Looks at one child's numbers in an hour: each of two guardians rung five times. */
const LOOKS_MOST = 10
const HOUR_MS = 3_600_000
/** Entries of one trail that wait for the audit or stay for repeats: room for a day's work of everybody. */
const TRAIL_MOST = 400

export async function findChild({ childId }: { childId: string }): Promise<Whose<ChildDoc> | undefined> {
  const child = await children.find(childId)
  return child && { found: child, place: child }
}

export const readPhones: Handler<'child.phones', ChildDoc> = async ({ childId }, session) => {
  const { found: child, identity: reader } = session
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
