// Decides that a child seen at school is back from leave: the roll ends it at its own half day (L03, L08).
import type { Instant } from '@class-pact/core/contract'
import { cutBefore, reaches, type SchoolHalf } from '@class-pact/core/leave'
import { BOUNDS } from '../../common/store/bounds'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import type { LeaveDoc } from './documents'
import { leaves } from './store'
import { passOnAt } from './take-over'

/** Whose leave ends, and the half day in whose roll the child was seen. */
export interface SeenBack extends SchoolHalf {
  leaveId: string
}

/**
 * Ends approved leaves of children who were seen at school, each by one conditional update. A repeat changes nothing, nor
 * does a leave that begins later, or that the family has ended itself.
 * @param returns of one class at most
 * @param act the trail entry of the roll; each leave keeps it under its own word
 */
export async function returnByRoll(returns: readonly SeenBack[], at: Instant, act: TrailEntry): Promise<void> {
  if (returns.length === 0) return
  const found = await leaves.list<Pick<LeaveDoc, '_id' | 'slots' | 'dates'>>(
    { _id: { $in: returns.map(({ leaveId }) => leaveId) }, state: 'approved' },
    { limit: BOUNDS.childrenOfClass, fields: { slots: 1, dates: 1 } },
  )
  for (const leave of found) {
    const seen = returns.find(({ leaveId }) => leaveId === leave._id)
    if (!seen || !reaches(leave, seen)) continue
    const set = {
      state: 'returned',
      returnedAt: at,
      ...cutBefore(leave, leave._id, seen),
      duty: passOnAt(at),
      updatedAt: at,
    }
    await leaves.update(
      { _id: leave._id, state: 'approved' },
      withTrail({ $set: set }, { ...act, action: 'leave.return' }),
    )
  }
}
