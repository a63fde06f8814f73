// Decides how a guardian gives back a seat: their own access first, then the seat; the other guardian stays (G05).
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { children, leaveSeat as leaveSeatOf } from '../../common/store/children'
import { revokeIdentities } from '../../common/store/people'
import { noteAct } from '../../common/store/trail'

/** The child's own document says whether there was a seat, so a call that broke between the two is finished by repeating it. */
export const leaveSeat: Handler<'seat.leave'> = async ({ childId }, visit) => {
  const { openid, requestId, now } = visit
  await revokeIdentities(openid, [`guardian:${childId}`], now)
  const left = await leaveSeatOf(childId, openid, noteAct(visit, 'guardian', 'seat.leave'))
  const child = await children.find(childId, { guardians: 1, trail: 1 })
  const mine = left || child?.trail.some(({ id, by }) => id === requestId && by === openid)
  return child && mine ? succeed({ guardians: child.guardians.length }) : refuse('FORBIDDEN')
}
