// Decides how a guardian appeals to the principal: about themselves, while it holds, one at a time (G04, G05).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { cases } from './cases'
import type { CaseDoc } from './documents'
import { describeOwnCase, isAppealable } from './own-cases'

/** Found by who asks: somebody who was asked to leave has no place any more, and still has a case. */
const findOwn = async (caseId: string, openid: string): Promise<CaseDoc | undefined> => {
  const found = await cases.find(caseId)
  return found?.guardian.openid === openid ? found : undefined
}

export const fileAppeal: Handler<'appeal.file'> = async ({ caseId, words }, visit) => {
  const { openid, now, check } = visit
  const found = await findOwn(caseId, openid)
  if (!found) return refuse('FORBIDDEN')
  const been = findCall(found.trail, visit)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeOwnCase(found, now))
  if (found.appealedAt !== undefined) return refuse('APPEAL_OPEN', { rule: 'G04' })
  if (!isAppealable(found, now)) return refuse('CASE_STATE')

  const appeal = { at: now, words, ...keepWords(words, check) }
  const filed = { ...found, appeals: [...(found.appeals ?? []), appeal], appealedAt: now }
  const changed = await cases.update(
    { _id: caseId, 'guardian.openid': openid, appealedAt: { $exists: false }, ...unlessDone(visit) },
    withTrail({ $push: { appeals: appeal }, $set: { appealedAt: now } }, noteAct(visit, 'guardian', 'appeal.file')),
  )
  if (changed) return succeed(describeOwnCase(filed, now))
  const after = await findOwn(caseId, openid)
  return after && findCall(after.trail, visit) === 'repeat'
    ? succeed(describeOwnCase(after, now))
    : refuse('APPEAL_OPEN', { rule: 'G04' })
}
