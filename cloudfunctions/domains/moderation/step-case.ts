// Decides how the next step of a case is taken: only the open one, by whose case it is, with words (G04–G06).
import { canAct, ladderStep, muteEnd } from '@class-pact/core/moderation'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { finish } from './carry-out'
import { cases } from './cases'
import { dutyAfter } from '../../common/store/settle'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { describeCase } from './describe-case'
import type { FoundCase } from './find-case'

/** The case decides first: of two steps at once one is taken, and only that one is done to the guardian. */
export const stepCase: Handler<'case.step', FoundCase> = async ({ caseId, step, words }, session) => {
  const { identity: reader, now, check } = session
  const { case: found, guardians } = session.found
  const act = noteAct(session, reader.role, 'case.step', { step, rule: found.rule })
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') {
    await finish(found, act)
    return succeed(describeCase(found, guardians, reader, now))
  }
  if (reader.role === 'teacher' && step !== 'guide') return refuse('FORBIDDEN')
  if (!canAct(found, reader.role, now)) return refuse('CASE_STATE', { rule: 'G06' })
  const next = ladderStep(found.steps)
  if (step !== next) return refuse('CASE_STEP', { rule: 'G04', facts: { next: next ?? 'none' } })

  const until = muteEnd(step, found.ladder, now)
  const taken = {
    step,
    at: now,
    by: reader.card,
    role: reader.role,
    words,
    ...keepWords(words, check),
    ...(until !== undefined && { until }),
  }
  const isFelt = until !== undefined || step === 'remove'
  const duty = isFelt ? dutyAfter('carry_out', now) : undefined
  const changed = await cases.update(
    { _id: caseId, state: 'open', [`steps.${found.steps.length}`]: { $exists: false } },
    withTrail({ $push: { steps: taken }, $set: { taker: session.openid, ...(duty && { duty }) } }, act),
  )
  if (!changed) return refuse('CASE_STATE')
  const decided = { ...found, steps: [...found.steps, taken], duty }
  await finish(decided, act)
  return succeed(describeCase(decided, guardians, reader, now))
}
