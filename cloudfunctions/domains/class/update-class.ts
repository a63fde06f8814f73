// Decides whether and where families may call the head teacher: only the head teacher gives the number (M16, C28).
import type { Handler } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { classes } from './classes'
import { noteAct, withTrail } from '../../common/store/trail'

/** The number goes with the head teacher: whoever follows gives one of their own, or none. */
export const updateClass: Handler<'class.update'> = async ({ classId, phone }, session) => {
  const { openid, identity } = session
  const change = phone ? { $set: { 'headTeacher.phone': phone } } : { $unset: { 'headTeacher.phone': 1 } }
  const act = noteAct(session, identity.role, 'class.update')
  const own = { _id: classId, 'headTeacher.openid': openid, ...unlessDone(session) }
  if (await classes.update(own, withTrail(change, act))) return succeed({})
  const been = await lookBack(classes, classId, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed({}) : refuse('FORBIDDEN')
}
