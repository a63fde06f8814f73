// Decides who sees a family's phones, for the call that follows; the look is written down before it is answered (M16, C28).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { staffOf } from '../../common/session'
import { children } from '../../common/store/children'
import { noteAct, withTrail } from '../../common/store/trail'

export const readPhones: Handler<'child.phones'> = async ({ childId }, session) => {
  const child = await children.find(childId)
  const reader = child && staffOf(session.person, child, ['head_teacher', 'office', 'principal'])
  if (!child || !reader) return refuse('FORBIDDEN')
  if (findCall(child.trail, session) === 'other') return refuseReused()
  const act = noteAct(session, reader.role, 'child.phones')
  await children.update({ _id: childId, ...unlessDone(session) }, withTrail({}, act))
  return succeed({ childId, phones: child.contacts.filter((contact) => contact.phone) })
}
