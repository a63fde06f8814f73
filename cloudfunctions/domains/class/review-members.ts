// Decides how the review of a class's members is closed, and how somebody leaves who should not be there (M11).
import type { Handler, Session } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone, type Been } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { staffOf } from '../../common/call/session'
import { children, removeFromChild } from './children'
import { classes } from './classes'
import { noteAct, withTrail } from '../../common/store/trail'
import { findGuardian } from '../moderation'
import { endSupervision } from './end-supervision'

export const reviewClass: Handler<'class.review'> = async ({ classId }, session) => {
  const { person, openid, now } = session
  if (!person.identities.some((each) => each.role === 'head_teacher' && each.classId === classId))
    return refuse('FORBIDDEN')
  const act = noteAct(session, 'head_teacher', 'class.review')
  const reviewed = await classes.update(
    { _id: classId, 'headTeacher.openid': openid, ...unlessDone(session) },
    withTrail({ $set: { reviewedAt: now } }, act),
  )
  if (reviewed) return succeed({})
  const been = await lookBack(classes, classId, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed({}) : refuse('FORBIDDEN')
}

/** Everything the guardian may do ends with the seat, also for a call of theirs that comes at the same moment. */
export const removeMember: Handler<'member.remove'> = async ({ guardian: meant, cause }, session) => {
  const found = await findGuardian(session.person, meant)
  const been = found ? findCall(found.child.trail, session) : await findRemoval(meant.childId, session)
  if (been === 'other') return refuseReused()
  if (!found) return been === 'repeat' ? succeed({}) : refuse('FORBIDDEN')
  const { child, guardian } = found
  // Nobody puts themselves out by this door: a teacher's own child is in many classes.
  if (guardian.openid === session.openid) return refuse('FORBIDDEN')
  const act = noteAct(session, 'head_teacher', 'member.remove', { childId: child._id, cause })
  await removeFromChild(child._id, guardian.openid, act)
  await endSupervision(child.classId, guardian.openid, act)
  return succeed({})
}

/** Whether this very call has removed them before, and its answer was lost. */
async function findRemoval(childId: string, session: Session): Promise<Been> {
  const child = await children.find(childId)
  return child && staffOf(session.person, child, ['head_teacher']) ? findCall(child.trail, session) : 'fresh'
}
