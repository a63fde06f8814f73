// Decides how a subject teacher's access to a class ends: by its head teacher or the leaders, at once (M13).
import { composeStaffCard } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { staffOf } from '../../common/call/session'
import { classes, removeTeacher as removeFromClass } from './classes'
import type { ClassDoc } from './documents'
import { noteAct } from '../../common/store/trail'

/** A teacher who is not there any more is removed already. */
export const removeTeacher: Handler<'teacher.remove'> = async ({ classId, teacher: meant }, session) => {
  const found = await classes.find<Pick<ClassDoc, 'schoolId' | 'teachers'>>(classId, { schoolId: 1, teachers: 1 })
  const remover =
    found && staffOf(session.person, { classId, schoolId: found.schoolId }, ['head_teacher', 'office', 'principal'])
  if (!found || !remover) return refuse('FORBIDDEN')
  const teacher = found.teachers.find(
    (each) => each.since === meant.since && composeStaffCard(each, 'teacher', remover.schoolKind) === meant.card,
  )
  if (teacher) await removeFromClass(classId, teacher, noteAct(session, remover.role, 'teacher.remove'))
  return succeed({})
}
