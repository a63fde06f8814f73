// Decides what is put right after somebody came or went: who is gone holds no seat or post (docs/adr/0008).
import { readClock } from '../../common/clock'
import { endSupervision } from './end-supervision'
import { clearSeat } from './children'
import { classes, endStandIn, removeTeacher, vacateHeadship, vacateSupervision } from './classes'
import type { ChildDoc, ClassDoc } from './documents'
import type { Duty, TrailEntry } from '../../common/store/documents'
import type { PersonDoc } from '../../common/call/person'
import { people } from '../person'
import type { StepDone } from '../../common/call/duties'

export async function settleChild({ _id, classId, guardians }: ChildDoc, duty: Duty): Promise<StepDone> {
  const act = settling(duty)
  const [present, itsClass] = await Promise.all([
    findPresent(guardians.map(({ openid }) => openid)),
    classes.find<Pick<ClassDoc, 'supervisor'>>(classId, { supervisor: 1 }),
  ])
  for (const { openid, since } of guardians) if (!present.has(openid)) await clearSeat(_id, openid, since, act)
  const supervisor = itsClass?.supervisor?.openid
  if (supervisor) await endSupervision(classId, supervisor, act)
  return 'done'
}

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

/** Who of them has agreed to be here, and is not being forgotten. */
async function findPresent(openids: readonly string[]): Promise<Set<string>> {
  if (openids.length === 0) return new Set()
  const found = await people.list<Pick<PersonDoc, '_id'>>(
    { _id: { $in: [...new Set(openids)] }, leaving: { $exists: false } },
    { limit: openids.length, fields: { _id: 1 } },
  )
  return new Set(found.map(({ _id }) => _id))
}

function settling(duty: Duty): TrailEntry {
  return { id: `settle:${duty.at}`, at: readClock(), by: 'system', role: 'system', action: 'seat.settle' }
}
