// Decides how the review of a class's members is closed, and how somebody leaves who should not be there (M11).
import type { Handler } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { removeFromChild } from './children'
import { classes } from './classes'
import { endSupervision } from './end-supervision'
import type { FoundMember } from './find-guardian'

export const reviewClass: Handler<'class.review'> = async ({ classId }, session) => {
  const { openid, now, identity } = session
  const act = noteAct(session, identity.role, 'class.review')
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
export const removeMember: Handler<'member.remove', FoundMember> = async ({ cause }, session) => {
  const { child, guardian } = session.found
  const been = findCall(child.trail, session)
  if (been === 'other') return refuseReused()
  // Whether this very call has removed them before, and its answer was lost.
  if (!guardian) return been === 'repeat' ? succeed({}) : refuse('FORBIDDEN')
  // Nobody puts themselves out by this door: a teacher's own child is in many classes.
  if (guardian.openid === session.openid) return refuse('FORBIDDEN')
  const act = noteAct(session, session.identity.role, 'member.remove', { childId: child._id, cause })
  await removeFromChild(child._id, guardian.openid, act)
  await endSupervision(child.classId, guardian.openid, act)
  return succeed({})
}
