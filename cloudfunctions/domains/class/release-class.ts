// Decides how a class gets another head teacher: the school's leaders free the post first (M04, M13).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { succeed } from '../../common/call/results'
import { noteAct } from '../../common/store/trail'
import { vacateHeadship } from './classes'
import type { FoundClass } from './find-class'

/** The head teacher's access ends with the post; a call that comes twice does not free it from the next one. */
export const releaseClass: Handler<'class.release', FoundClass> = async ({ classId }, session) => {
  const { headTeacher, trail } = session.found
  const been = findCall(trail, session)
  if (been === 'other') return refuseReused()
  if (!headTeacher || been === 'repeat') return succeed({})
  await vacateHeadship(classId, headTeacher.openid, noteAct(session, session.identity.role, 'class.release'))
  return succeed({})
}
