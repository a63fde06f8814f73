// Decides what a principal makes of one example: the rule was wrong there, or right; the last word counts.
import type { Handler, Whose } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { describeMisjudgement } from './describe'
import type { MisjudgementDoc } from './documents'
import { misjudgements } from './store'

export async function findMisjudgement({
  misjudgementId,
}: {
  misjudgementId: string
}): Promise<Whose<MisjudgementDoc> | undefined> {
  const found = await misjudgements.find(misjudgementId)
  return found && { found, place: found }
}

export const answerMisjudgement: Handler<'misjudgement.answer', MisjudgementDoc> = async ({ agrees }, session) => {
  const { found, identity } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeMisjudgement(found))
  const state = agrees ? 'agreed' : 'disagreed'
  const act = noteAct(session, identity.role, 'misjudgement.answer', { agrees })
  const changed = await misjudgements.update({ _id: found._id }, withTrail({ $set: { state } }, act))
  return changed ? succeed(describeMisjudgement({ ...found, state })) : refuse('TRY_AGAIN')
}
