// Decides how a guardian gives back a seat: everything they may do ends with it; the other guardian stays (G05).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { endSupervision } from '../class'
import { children, leaveSeat as leaveSeatOf } from '../class'
import { noteAct } from '../../common/store/trail'

export const leaveSeat: Handler<'seat.leave'> = async ({ childId }, visit) => {
  const { openid } = visit
  const left = await leaveSeatOf(childId, openid, noteAct(visit, 'guardian', 'seat.leave'))
  const child = await children.find(childId, { classId: 1, guardians: 1, trail: 1 })
  const been = findCall(child?.trail, visit)
  if (been === 'other') return refuseReused()
  const mine = left || been === 'repeat'
  if (child && mine) await endSupervision(child.classId, openid, noteAct(visit, 'supervisor', 'seat.leave'))
  return child && mine ? succeed({ guardians: child.guardians.length }) : refuse('FORBIDDEN')
}
