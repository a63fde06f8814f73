// Decides how a principal stops publishing, and how leaders let it go on: one update each, with its reason (G10, G19).
import { STOP_ASKS_AFTER_MS } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { schools } from './store'

/** Whoever publishes reads the school in the same call: what begins after this answer is refused. */
export const stopSchool: Handler<'school.stop'> = async ({ schoolId, level, reason }, session) => {
  const { now, identity } = session
  const stop = { level, reason, at: now, by: identity.card, askAt: now + STOP_ASKS_AFTER_MS }
  const act = noteAct(session, identity.role, 'school.stop', { level, reason })
  const changed = await schools.update({ _id: schoolId, ...unlessDone(session) }, withTrail({ $set: { stop } }, act))
  if (changed) return succeed({})
  const been = await lookBack(schools, schoolId, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed({}) : refuse('FORBIDDEN')
}

/** A school that publishes already stays as it is: nothing is written. */
export const resumeSchool: Handler<'school.resume'> = async ({ schoolId }, session) => {
  const act = noteAct(session, session.identity.role, 'school.resume')
  const stopped = { _id: schoolId, 'stop.at': { $exists: true }, ...unlessDone(session) }
  if (await schools.update(stopped, withTrail({ $unset: { stop: 1 } }, act))) return succeed({})
  return (await lookBack(schools, schoolId, session)) === 'other' ? refuseReused() : succeed({})
}
