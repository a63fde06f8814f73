// Decides what a step of a case does to the guardian; done twice, it changes nothing more (G04, G05).
import { removeGuardian } from '../class'
import { vacateSupervision } from '../class'
import type { CaseDoc } from './documents'
import type { TrailEntry } from '../../common/store/documents'
import { muteGuardian } from '../person'

/** Does the latest step of a case. Reading ends with the seat. */
export async function carryOut({ guardian, classId, steps }: CaseDoc, act: TrailEntry): Promise<void> {
  const { step, until } = steps[steps.length - 1] ?? {}
  if (until !== undefined) await muteGuardian(guardian.openid, classId, until)
  if (step === 'remove') {
    await removeGuardian(classId, guardian.openid, act)
    await vacateSupervision(classId, guardian.openid, act)
  }
}
