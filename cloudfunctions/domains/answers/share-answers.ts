// Decides how a result reaches those asked: as it stands when nobody answers any more, counts alone (N20, C19).
import type { Handler } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { noteAct, withTrail } from '../../common/store/trail'
import { notices } from '../notice'
import type { FoundAnswers } from './find-answers'
import { LEAST_SHEETS, resultOf } from './result'

export const shareAnswers: Handler<'answers.share', FoundAnswers> = async ({ noticeId }, session) => {
  const { openid, now, identity, found } = session
  const { notice } = found
  const result = resultOf(found, now)
  if (!result || !(notice.author.openid === openid || isLeader(identity))) return refuse('FORBIDDEN')
  const been = await lookBack(notices, noticeId, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat' && notice.results) return succeed(notice.results)
  if (!result.locked) return refuse('ANSWERS_OPEN', { rule: 'N20', until: notice.draft.deadline })
  if (result.sheets < LEAST_SHEETS) return refuse('ANSWERS_FEW', { rule: 'N20', facts: { count: LEAST_SHEETS } })
  const results = { at: now, total: result.sheets, questions: result.questions }
  const act = noteAct(session, identity.role, 'answers.share', { sheets: result.sheets })
  const changed = await notices.update(
    { _id: noticeId, state: { $in: ['published', 'closed'] }, ...unlessDone(session) },
    withTrail({ $set: { results } }, act),
  )
  return changed ? succeed(results) : refuse('NOTICE_STATE', { facts: { state: notice.state } })
}
