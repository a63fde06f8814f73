// Decides how a guardian gives back a seat: their own access first, then the seat; the other guardian stays (G05).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { children, leaveSeat as leaveSeatOf } from '../../common/store/children'
import { vacateSupervision } from '../../common/store/classes'
import type { PersonDoc, TrailEntry } from '../../common/store/documents'
import { people, revokeIdentities } from '../../common/store/people'
import { noteAct } from '../../common/store/trail'

/** The child's own document says whether there was a seat, so a call that broke between the two is finished by repeating it. */
export const leaveSeat: Handler<'seat.leave'> = async ({ childId }, visit) => {
  const { openid, now } = visit
  await revokeIdentities(openid, [`guardian:${childId}`], now)
  const left = await leaveSeatOf(childId, openid, noteAct(visit, 'guardian', 'seat.leave'))
  const child = await children.find(childId, { classId: 1, guardians: 1, trail: 1 })
  const been = findCall(child?.trail, visit)
  if (been === 'other') return refuseReused()
  const mine = left || been === 'repeat'
  if (child && mine) await endSupervision(child.classId, openid, noteAct(visit, 'supervisor', 'seat.leave'))
  return child && mine ? succeed({ guardians: child.guardians.length }) : refuse('FORBIDDEN')
}

/** Whoever supervises a class sits beside a child of it; with the last seat there the supervision ends (M06). */
export async function endSupervision(classId: string, openid: string, act: TrailEntry): Promise<void> {
  const person = await people.find<Pick<PersonDoc, 'identities'>>(openid, { identities: 1 })
  const here = person?.identities.filter((each) => each.classId === classId).map(({ role }) => role) ?? []
  if (!here.includes('supervisor') || here.includes('guardian')) return
  await revokeIdentities(openid, [`supervisor:${classId}`], act.at)
  await vacateSupervision(classId, openid, act)
}
