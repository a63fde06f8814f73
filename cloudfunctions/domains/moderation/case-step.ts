// Decides how the clock brings a case on: a broken step is finished, a new desk is told (G04, G05, G21).
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { answeredOf, carryOut } from './carry-out'
import { riseDuty } from './case-duty'
import type { CaseDoc } from './documents'
import type { Duty } from '../../common/store/documents'
import type { StepDone } from '../../common/call/duties'
import { tellRise } from './tell-rise'

export async function stepCase(found: CaseDoc, duty: Duty, until: Instant): Promise<StepDone> {
  if (duty.kind === 'tell') return tellRise(found, until)
  const latest = found.steps[found.steps.length - 1]
  await carryOut(found, {
    ...{ id: `case.step:${duty.at}`, at: readClock(), by: 'system', role: 'system' },
    action: answeredOf(found)?.decision === 'lift' ? 'appeal.answer' : 'case.step',
    ...(latest && { detail: { step: latest.step, rule: found.rule } }),
  })
  const next = riseDuty(found)
  return next ? { next: { kind: next.kind, at: next.at } } : 'done'
}
