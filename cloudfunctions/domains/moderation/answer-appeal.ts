// Decides how an appeal ends: a principal answers, never who took the step; lifting ends all that holds (G04).
import { holds } from '@class-pact/core/moderation'
import type { Instant } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { dutyAfter } from '../../common/store/settle'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { finish } from './carry-out'
import { cases } from './cases'
import { describeCase } from './describe-case'
import type { AppealDoc, CaseDoc } from './documents'
import type { FoundCase } from './find-case'

type Answered = NonNullable<AppealDoc['answered']>

/** The case decides first: of two answers at once one is kept, and only that one is carried out. */
export const answerAppeal: Handler<'appeal.answer', FoundCase> = async ({ caseId, decision, words }, session) => {
  const { identity: reader, openid, now, check } = session
  const { case: found, guardians } = session.found
  const act = noteAct(session, reader.role, 'appeal.answer', { decision })
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') {
    await finish(found, act)
    return succeed(describeCase(found, guardians, reader, now))
  }
  if (found.appealedAt === undefined) return refuse('APPEAL_ANSWERED')
  if (found.taker === openid) return refuse('REVIEWER_IS_AUTHOR', { rule: 'G04' })

  const ends = decision === 'lift' ? found.steps.flatMap((each) => (holds(each, now) ? (each.until ?? []) : [])) : []
  const answered: Answered = {
    ...{ at: now, by: reader.card, role: reader.role, decision, words, ...keepWords(words, check) },
    ...(ends.length > 0 && { ended: Math.max(...ends) }),
  }
  const change = changeOf(found, answered, now)
  const changed = await cases.update(
    // Nothing is lifted unseen: no step that is taken or carried out at this moment.
    {
      ...{ _id: caseId, appealedAt: found.appealedAt, 'duty.kind': { $ne: 'carry_out' } },
      [`steps.${found.steps.length}`]: { $exists: false },
    },
    withTrail({ $set: change, $unset: { appealedAt: '' } }, act),
  )
  if (!changed) {
    const after = await cases.find(caseId)
    if (after && findCall(after.trail, session) === 'repeat') {
      return succeed(describeCase(after, guardians, reader, now))
    }
    return refuse(after?.appealedAt === undefined ? 'APPEAL_ANSWERED' : 'TRY_AGAIN')
  }
  const decided = { ...found, ...change }
  await finish(decided, act)
  return succeed(describeCase(decided, guardians, reader, now))
}

/** What the answer changes in the case; one that is lifted is settled, and what it muted ends now. */
function changeOf(found: CaseDoc, answered: Answered, now: Instant): Partial<CaseDoc> {
  const latest = (found.appeals ?? []).length - 1
  const appeals = (found.appeals ?? []).map((appeal, at) => (at === latest ? { ...appeal, answered } : appeal))
  if (answered.decision === 'uphold') return { appeals }
  const { at, by, role, words, wordsCheck } = answered
  return {
    appeals,
    steps: found.steps.map((step) =>
      holds(step, now) ? { ...step, lifted: true, ...(step.until !== undefined && { until: now }) } : step,
    ),
    ...(found.state === 'open' && {
      state: 'closed',
      closed: { at, by, role, words, ...(wordsCheck && { wordsCheck }) },
      slot: `closed:${found._id}`,
    }),
    duty: dutyAfter('carry_out', now),
  }
}
