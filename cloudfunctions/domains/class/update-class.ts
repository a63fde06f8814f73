// Decides whether families may call the head teacher, and where: only the head teacher gives their own number (M16, C28).
import type { Handler } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { classes } from './classes'
import { noteAct, withTrail } from '../../common/store/trail'

/** The number goes with the head teacher: whoever follows gives one of their own, or none. */
export const updateClass: Handler<'class.update'> = async ({ classId, phone }, session) => {
  const { person, openid } = session
  if (!person.identities.some((each) => each.role === 'head_teacher' && each.classId === classId))
    return refuse('FORBIDDEN')
  const change = phone ? { $set: { 'headTeacher.phone': phone } } : { $unset: { 'headTeacher.phone': 1 } }
  const act = noteAct(session, 'head_teacher', 'class.update')
  const own = { _id: classId, 'headTeacher.openid': openid, ...unlessDone(session) }
  if (await classes.update(own, withTrail(change, act))) return succeed({})
  const been = await lookBack(classes, classId, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed({}) : refuse('FORBIDDEN')
}
