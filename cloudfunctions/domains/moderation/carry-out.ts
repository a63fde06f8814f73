// Decides what a step of a case, or its lifting, does to the guardian; done twice, it changes nothing more (G04, G05).
import { readmitGuardian, removeGuardian, vacateSupervision } from '../class'
import { riseDuty } from './case-duty'
import { cases, listMuting, mutesOf } from './cases'
import type { AppealDoc, CaseDoc } from './documents'
import type { TrailEntry } from '../../common/store/documents'
import { muteGuardian, unmuteGuardian } from '../person'

/** Does what was decided last, if it is not done yet, and notes that it is. */
export async function finish(found: CaseDoc, act: TrailEntry): Promise<void> {
  if (found.duty?.kind !== 'carry_out') return
  await carryOut(found, act)
  const next = riseDuty(found)
  await cases.update(
    { _id: found._id, 'duty.kind': 'carry_out', 'duty.at': found.duty.at },
    next ? { $set: { duty: next } } : { $unset: { duty: '' } },
  )
}

/** Does the latest step of a case, or ends what an appeal has lifted: a lifted case is closed, no step follows. */
export async function carryOut(found: CaseDoc, act: TrailEntry): Promise<void> {
  const answered = answeredOf(found)
  await (answered?.decision === 'lift' ? lift(found, answered, act) : takeStep(found, act))
}

/** The latest answer to an appeal. */
export const answeredOf = ({ appeals = [] }: Pick<CaseDoc, 'appeals'>): AppealDoc['answered'] =>
  appeals[appeals.length - 1]?.answered

/** Reading ends with the seat. */
async function takeStep({ guardian, classId, childId, steps }: CaseDoc, act: TrailEntry): Promise<void> {
  const { step, until } = steps[steps.length - 1] ?? {}
  if (until !== undefined) await muteGuardian(guardian.openid, classId, until)
  if (step === 'remove') {
    await removeGuardian({ classId, childId }, guardian.openid, act)
    await vacateSupervision(classId, guardian.openid, act)
  }
}

/** What another case mutes goes on; whoever was asked to leave may be asked in again, and takes a seat as everybody does. */
async function lift(
  { guardian: { openid }, classId, childId, steps }: CaseDoc,
  { at, ended }: NonNullable<AppealDoc['answered']>,
  act: TrailEntry,
): Promise<void> {
  if (ended !== undefined) {
    const until = mutesOf(await listMuting(classId, openid, at), classId)[classId]
    await unmuteGuardian(openid, classId, ended, until)
  }
  if (steps.some(({ step, lifted }) => step === 'remove' && lifted)) {
    await readmitGuardian({ classId, childId }, openid, act)
  }
}
