// Decides how a subject teacher's access to a class ends: by its head teacher or the leaders, at once (M13).
import { composeStaffCard } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { noteAct } from '../../common/store/trail'
import { endStandIn, removeTeacher as removeFromClass } from './classes'
import type { FoundClass } from './find-class'

/** A teacher who is not there any more is removed already. */
export const removeTeacher: Handler<'teacher.remove', FoundClass> = async ({ classId, teacher: meant }, session) => {
  const { identity: remover, found } = session
  const teacher = found.teachers.find(
    (each) => each.since === meant.since && composeStaffCard(each, 'teacher', remover.schoolKind) === meant.card,
  )
  if (!teacher) return succeed({})
  const act = noteAct(session, remover.role, 'teacher.remove')
  // First what is less: a call that breaks in between leaves somebody to remove.
  await endStandIn(classId, teacher.openid, act)
  await removeFromClass(classId, teacher, act)
  return succeed({})
}
