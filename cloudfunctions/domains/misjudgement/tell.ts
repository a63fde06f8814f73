// Decides how somebody tells that a rule was wrong: one example, once, with their consent, and no name beside it.
import type { Handler } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { noteAct, startTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import type { MisjudgementDoc } from './documents'
import { misjudgements } from './store'

export const tellMisjudgement: Handler<'misjudgement.tell'> = async (input, session) => {
  const { schoolId, rule, pactVersion, verdict, kind, text } = input
  const { identity, openid, requestId, now, check } = session
  const textCheck = doubtOf(check)
  const told: MisjudgementDoc = {
    _id: deriveId('misjudgement', openid, requestId),
    ...{ schoolId, rule, pactVersion, verdict, kind, text, role: identity.role, openid, at: now, state: 'open' },
    ...(textCheck && { textCheck }),
    callDigest: session.digest,
    ...startTrail(noteAct(session, identity.role, 'misjudgement.tell', { rule })),
  }
  if (await misjudgements.insert(told)) return succeed({})
  const earlier = await misjudgements.find(told._id)
  if (!earlier) return refuse('TRY_AGAIN')
  return findFounding(earlier, session) === 'other' ? refuseReused() : succeed({})
}
