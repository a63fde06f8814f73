// Decides how a step of a case is finished whose call broke before it was done to the guardian (G04, G05).
import { readClock } from '../../common/clock'
import { answeredOf, carryOut } from './carry-out'
import type { CaseDoc } from './documents'
import type { Duty } from '../../common/store/documents'
import type { StepDone } from '../../common/call/duties'

export async function stepCase(found: CaseDoc, duty: Duty): Promise<StepDone> {
  const latest = found.steps[found.steps.length - 1]
  await carryOut(found, {
    ...{ id: `case.step:${duty.at}`, at: readClock(), by: 'system', role: 'system' },
    action: answeredOf(found)?.decision === 'lift' ? 'appeal.answer' : 'case.step',
    ...(latest && { detail: { step: latest.step, rule: found.rule } }),
  })
  return 'done'
}
