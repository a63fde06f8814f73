// Decides how the next step of a case is taken: only the open one, by whose case it is, with words (G04–G06).
import type { CaseStep, Instant } from '@class-pact/core/contract'
import { canAct, ladderStep, muteEnd } from '@class-pact/core/moderation'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { cases } from '../../common/store/cases'
import { removeGuardian } from '../../common/store/children'
import { vacateSupervision } from '../../common/store/classes'
import type { CaseDoc, TrailEntry } from '../../common/store/documents'
import { muteGuardian, revokeClass } from '../../common/store/people'
import { noteAct, withTrail } from '../../common/store/trail'
import { describeCase } from './describe-case'
import { findCase } from './found-case'

export const stepCase: Handler<'case.step'> = async ({ caseId, step, words }, session) => {
  const { person, now, requestId } = session
  const about = await findCase(person, caseId)
  if (!about) return refuse('FORBIDDEN')
  const { found, guardians, reader } = about
  if (found.trail.some(({ id }) => id === requestId)) return succeed(describeCase(found, guardians, reader, now))
  if (!canAct(found, reader.role, now)) return refuse('CASE_STATE', { rule: 'G06' })
  const next = ladderStep(found.steps)
  if (step !== next) return refuse('CASE_STEP', { rule: 'G04', facts: { next: next ?? 'none' } })

  const act = noteAct(session, reader.role, 'case.step', { step, rule: found.rule })
  const until = muteEnd(step, now)
  await carryOut(found, step, until, act)
  const taken = { step, at: now, by: reader.card, role: reader.role, words, ...(until !== undefined && { until }) }
  const changed = await cases.update(
    { _id: caseId, state: 'open', [`steps.${found.steps.length}`]: { $exists: false } },
    withTrail({ $push: { steps: taken } }, act),
  )
  if (!changed) return refuse('CASE_STATE')
  return succeed(describeCase({ ...found, steps: [...found.steps, taken] }, guardians, reader, now))
}

/** Taking away: the person first, so that reading ends at once; a call that breaks here is finished by repeating it. */
async function carryOut({ guardian, classId }: CaseDoc, step: CaseStep, until: Instant | undefined, act: TrailEntry) {
  if (until !== undefined) await muteGuardian(guardian.openid, classId, until)
  if (step === 'remove') {
    await revokeClass(guardian.openid, classId, act.at)
    await removeGuardian(classId, guardian.openid, act)
    await vacateSupervision(classId, guardian.openid, act)
  }
}
