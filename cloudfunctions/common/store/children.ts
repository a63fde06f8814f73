// Decides what is asked of children and changed in them; the authority on seats.
import { seatsOf } from '@class-pact/core/family'
import { openCollection } from './collection'
import type { ChildDoc, TrailEntry } from './documents'
import { withTrail } from './trail'

export const children = openCollection<ChildDoc>('children')

export type Guardian = ChildDoc['guardians'][number]

/**
 * Takes a seat beside a child: one conditional update, so that of twenty who come at once exactly as many sit down as
 * there are seats (M01). False: the seats were taken meanwhile, or the guardian has one already.
 * @param limit the seats that the pact in force gives
 */
export async function takeSeat(
  child: Pick<ChildDoc, '_id' | 'extraSeat'>,
  limit: number,
  guardian: Guardian,
  act: TrailEntry,
): Promise<boolean> {
  const seats = seatsOf(child, limit)
  if (seats < 1) return false
  const free = {
    _id: child._id,
    [`guardians.${seats - 1}`]: { $exists: false },
    'guardians.openid': { $ne: guardian.openid },
  }
  return (await children.update(free, withTrail({ $push: { guardians: guardian } }, act))) === 1
}

/** Gives a seat back; false: this person has none there. The seat is free for somebody else at once. */
export async function leaveSeat(childId: string, openid: string, act: TrailEntry): Promise<boolean> {
  const seated = { _id: childId, 'guardians.openid': openid }
  return (await children.update(seated, withTrail({ $pull: { guardians: { openid } } }, act))) === 1
}

/** Takes a guardian's seat beside one child; they come back only by the head teacher's word (M11). */
export async function removeFromChild(childId: string, openid: string, act: TrailEntry): Promise<void> {
  await children.update(
    { _id: childId, 'guardians.openid': openid },
    withTrail({ $pull: { guardians: { openid } }, $addToSet: { removed: openid } }, act),
  )
}

/** Takes a guardian's seat beside every child of one class; the other guardians stay (G05). */
export async function removeGuardian(classId: string, openid: string, act: TrailEntry): Promise<void> {
  await children.update(
    { classId, 'guardians.openid': openid },
    withTrail({ $pull: { guardians: { openid } }, $addToSet: { removed: openid } }, act),
  )
}

/** One seat more beside one child, and never a second one; a repeat changes nothing (M01). */
export async function grantSeat<Child extends Pick<ChildDoc, '_id'>>(
  child: Child,
  act: TrailEntry,
): Promise<Child & Pick<ChildDoc, 'extraSeat'>> {
  const granted = withTrail({ $set: { extraSeat: true } }, { ...act, action: 'seat.raise' })
  await children.update({ _id: child._id, extraSeat: { $ne: true } }, granted)
  return { ...child, extraSeat: true }
}
