// Decides what is put right in a class after somebody came or went: who is gone holds no post (docs/adr/0008).
import { readClock } from '../../common/clock'
import { endSupervision } from './end-supervision'
import { endStandIn, removeTeacher, vacateHeadship, vacateSupervision } from './classes'
import type { ClassDoc } from './documents'
import type { Duty, TrailEntry } from '../../common/store/documents'
import { findPresent } from '../person'
import type { StepDone } from '../../common/call/duties'

export async function settleClass(
  { _id, headTeacher, teachers, supervisor, standIn }: ClassDoc,
  duty: Duty,
): Promise<StepDone> {
  const act = settling(duty)
  const held = [headTeacher, supervisor, standIn, ...teachers].flatMap((place) => place?.openid ?? [])
  const present = await findPresent(held)
  for (const teacher of teachers) if (!present.has(teacher.openid)) await removeTeacher(_id, teacher, act)
  if (headTeacher && !present.has(headTeacher.openid)) await vacateHeadship(_id, headTeacher.openid, act)
  if (standIn && !present.has(standIn.openid)) await endStandIn(_id, standIn.openid, act)
  if (supervisor) {
    if (!present.has(supervisor.openid)) await vacateSupervision(_id, supervisor.openid, act)
    else await endSupervision(_id, supervisor.openid, act)
  }
  return 'done'
}

function settling(duty: Duty): TrailEntry {
  return { id: `settle:${duty.at}`, at: readClock(), by: 'system', role: 'system', action: 'seat.settle' }
}
