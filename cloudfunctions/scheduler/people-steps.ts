// Decides how a decision about a person is finished whose call broke: an approval admits, a deletion forgets.
import { readAdmission, takeDecisionBack } from '../common/admission/admit'
import { readClock } from '../common/clock'
import { forgetPerson } from '../common/person/forget-person'
import type { ApplicationDoc, Duty, PersonDoc, TrailEntry } from '../common/store/documents'
import type { StepDone } from './duties'

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

export async function stepPerson({ _id, leaving }: PersonDoc, duty: Duty): Promise<StepDone> {
  if (leaving !== undefined) await forgetPerson(_id, finishing(duty, 'person.delete'))
  return 'done'
}

function finishing({ kind, at }: Duty, action: string): TrailEntry {
  return { id: `${kind}:${at}`, at: readClock(), by: 'system', role: 'system', action }
}
