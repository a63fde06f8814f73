// Decides how an approval is finished whose call broke: it admits, or waits again for somebody's word.
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import type { StepDone } from '../../common/call/duties'
import { finishing } from '../../common/call/duties'
import { readAdmission, takeDecisionBack } from './admit'
import type { ApplicationDoc } from './documents'

/** An approval that cannot be carried out any more waits again for somebody's word. */
export async function stepApplication(application: ApplicationDoc, duty: Duty): Promise<StepDone> {
  const { state, decision } = application
  if (state !== 'approved' || decision === undefined) return 'done'
  const admission = await readAdmission(application, decision, readClock())
  const refused = await admission?.carryOut(finishing(duty, 'application.approve'))
  if (!refused) return 'done'
  if (refused.error.code === 'TRY_AGAIN') throw new Error('the child changed meanwhile')
  await takeDecisionBack(application)
  return 'written'
}
