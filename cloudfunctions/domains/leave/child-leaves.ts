// Decides what becomes of a child's leaves when the child goes, or goes to another class (L12, M19).
import type { Day, Instant } from '@class-pact/core/contract'
import { freeSlots } from '@class-pact/core/leave'
import type { TrailEntry } from '../../common/store/documents'
import { BOUNDS } from '../../common/store/bounds'
import { withTrail } from '../../common/store/trail'
import type { LeaveDoc } from './documents'
import { leaves } from './store'

/** It has not taken the place of another leave yet. */
const WANTS = { wants: { $exists: true } }
const COUNTS = { $in: ['pending', 'approved'] }

/** What is asked for ends, and of what is approved the days on which the child is not here any more. A repeat changes nothing. */
export async function endLeaves(childId: string, from: Day, at: Instant, act: TrailEntry): Promise<void> {
  const found = await leaves.list<LeaveDoc>(
    { childId, $or: [{ state: 'pending' }, { state: 'approved', $or: [{ dates: { $gte: from } }, WANTS] }] },
    { limit: BOUNDS.leavesOfChildAhead, fields: { trail: 0 } },
  )
  for (const { _id, state, dates, slots, wants } of found) {
    const keptDates = dates.filter((day) => day < from)
    const isOver = state === 'pending' || keptDates.length === 0
    const isBefore = (slot: string) => (slot.split(':').slice(-2)[0] ?? '') < from
    const keptSlots = slots.filter(isBefore)
    const set = isOver
      ? { state: 'withdrawn', slots: freeSlots(_id), updatedAt: at }
      : {
          dates: keptDates,
          slots: keptSlots.length > 0 ? keptSlots : freeSlots(_id),
          updatedAt: at,
          ...(wants && { wants: wants.filter(isBefore) }),
        }
    // Nobody is expected back.
    const change = { $set: set, $unset: { back: '', ...(state === 'pending' && { duty: '' }) } }
    await leaves.update({ _id, state }, withTrail(change, { ...act, action: 'leave.end', detail: { childId } }))
  }
}

/** What is asked for, or still to come, is the business of the class that the child is in now. */
export async function moveLeaves(
  child: Pick<LeaveDoc, 'childId' | 'classId' | 'className' | 'childName' | 'no'>,
  from: Day,
  at: Instant,
): Promise<void> {
  const { childId, ...place } = child
  const differs = Object.entries(place).map(([field, value]) => ({ [field]: { $ne: value } }))
  const ahead = { $or: [{ state: 'pending' }, { state: COUNTS, dates: { $gte: from } }] }
  await leaves.update({ childId, $and: [ahead, { $or: differs }] }, { $set: { ...place, updatedAt: at } })
}

export async function countPendingLeaves(childId: string): Promise<number> {
  return leaves.count({ childId, state: 'pending' })
}
