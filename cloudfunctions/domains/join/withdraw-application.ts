// Decides how somebody takes an application back: their own, while nobody has decided it; twice is once.
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { applications } from './applications'
import { noteAct, withTrail } from '../../common/store/trail'
import { presentToApplicant } from './read-applications'

export const withdrawApplication: Handler<'application.withdraw'> = async ({ applicationId }, visit) => {
  const { openid, now } = visit
  const act = noteAct(visit, 'guardian', 'application.withdraw')
  const withdrawn = withTrail({ $set: { state: 'withdrawn', decidedAt: now } }, act)
  await applications.update({ _id: applicationId, openid, state: 'pending', ...unlessDone(visit) }, withdrawn)
  const application = await applications.find(applicationId)
  if (application?.openid !== openid) return refuse('FORBIDDEN')
  if (findCall(application.trail, visit) === 'other') return refuseReused()
  return application.state === 'withdrawn' ? succeed(presentToApplicant(application)) : refuse('APPLICATION_DECIDED')
}
