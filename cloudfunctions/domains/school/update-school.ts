// Decides who says under which number families reach the principal's office: the principal alone (M16).
import type { Handler } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { schools } from './store'
import { noteAct, withTrail } from '../../common/store/trail'

export const updateSchool: Handler<'school.update'> = async ({ schoolId, phone }, session) => {
  const change = phone ? { $set: { phone } } : { $unset: { phone: 1 } }
  const act = noteAct(session, session.identity.role, 'school.update')
  if (await schools.update({ _id: schoolId, ...unlessDone(session) }, withTrail(change, act))) return succeed({})
  const been = await lookBack(schools, schoolId, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed({}) : refuse('FORBIDDEN')
}
