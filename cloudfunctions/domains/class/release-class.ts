// Decides how a class gets another head teacher: the school's leaders free the post, then they ask somebody in (M04, M13).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { staffOf } from '../../common/call/session'
import { classes, vacateHeadship } from './classes'
import type { ClassDoc } from './documents'
import { noteAct } from '../../common/store/trail'

const RELEASED = { schoolId: 1, headTeacher: 1, trail: 1 } as const

/** The head teacher's access ends with the post; a call that comes twice does not free it from the next one. */
export const releaseClass: Handler<'class.release'> = async ({ classId }, session) => {
  const found = await classes.find<Pick<ClassDoc, keyof typeof RELEASED>>(classId, RELEASED)
  const leader = found && staffOf(session.person, { classId, schoolId: found.schoolId }, ['office', 'principal'])
  if (!found || !leader) return refuse('FORBIDDEN')
  const { headTeacher, trail } = found
  const been = findCall(trail, session)
  if (been === 'other') return refuseReused()
  if (!headTeacher || been === 'repeat') return succeed({})
  await vacateHeadship(classId, headTeacher.openid, noteAct(session, leader.role, 'class.release'))
  return succeed({})
}
