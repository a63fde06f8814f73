// Decides when a supervision ends: with the last seat in the class (M06).
import { beijingDay } from '@class-pact/core/calendar'
import { children, presentOn } from './children'
import { vacateSupervision } from './classes'
import type { TrailEntry } from '../../common/store/documents'

/** A repeat changes nothing. The access has ended with the seat; this takes the name off the class. */
export async function endSupervision(classId: string, openid: string, act: TrailEntry): Promise<void> {
  const present = presentOn(beijingDay(act.at))
  const seated = { classId, 'guardians.openid': openid, ...present }
  const seats = await children.list(seated, { limit: 1, fields: { _id: 1 } })
  if (seats.length === 0) await vacateSupervision(classId, openid, act)
}
