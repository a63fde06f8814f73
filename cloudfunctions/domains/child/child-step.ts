// Decides what is put right at a child after somebody came or went, and when a day comes from which it is away (L12).
import { beijingDay, instantOf } from '@class-pact/core/calendar'
import { readClock } from '../../common/clock'
import { finishing, type StepDone } from '../../common/call/duties'
import type { Duty, TrailEntry } from '../../common/store/documents'
import { classes, clearSeat, endSupervision, type ChildDoc, type ClassDoc } from '../class'
import { findPresent } from '../person'
import { closeChange, followChild } from './follow-child'

export async function stepChild(child: ChildDoc, duty: Duty): Promise<StepDone> {
  const { changed, away } = child
  await settleSeats(child, finishing(duty, 'seat.settle'))
  if (changed !== undefined) await followChild(child, finishing(duty, 'child.follow'))
  if (away && away.from > beijingDay(readClock())) {
    return { next: { kind: duty.kind, at: instantOf(away.from, '00:00') } }
  }
  if (changed !== undefined) await closeChange(child)
  return 'done'
}

/** Whoever is gone holds no seat, and without a seat in the class nobody supervises it (docs/adr/0008). */
async function settleSeats({ _id, classId, guardians }: ChildDoc, act: TrailEntry): Promise<void> {
  const [present, itsClass] = await Promise.all([
    findPresent(guardians.map(({ openid }) => openid)),
    classes.find<Pick<ClassDoc, 'supervisor'>>(classId, { supervisor: 1 }),
  ])
  for (const { openid, since } of guardians) if (!present.has(openid)) await clearSeat(_id, openid, since, act)
  const supervisor = itsClass?.supervisor?.openid
  if (supervisor) await endSupervision(classId, supervisor, act)
}
