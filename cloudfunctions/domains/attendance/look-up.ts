// Decides how rolls and leave come along with a row: what was taken, and who has leave for which half day.
import type { Day, Half } from '@class-pact/core/contract'
import type { CoveringLeave } from '@class-pact/core/roll'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import type { LeaveDoc } from '../leave'
import type { RollDoc } from '../roll'

export type RollRow = Pick<RollDoc, 'classId' | 'day' | 'half' | 'takenAt' | 'takenBy' | 'lines'>
export type LeaveRow = Pick<LeaveDoc, '_id' | 'classId' | 'childId' | 'kind' | 'state' | 'slots'>

/** What stands for leave on a roll: what waits does too, until somebody decides. */
export const ON_LEAVE: Where = { state: { $in: ['pending', 'approved', 'returned'] } }

/** Rolls that somebody has taken, as `rolls`. */
export function lookUpRolls(where: Where): Stage {
  return {
    $lookup: {
      from: 'rolls',
      pipeline: [
        { $match: { ...where, takenAt: { $exists: true } } },
        { $limit: BOUNDS.rollsOfSchoolDay },
        { $project: { classId: 1, day: 1, half: 1, takenAt: 1, takenBy: 1, lines: 1 } },
      ],
      as: 'rolls',
    },
  }
}

/** Leave that counts, as `leaves`. */
export function lookUpLeaves(where: Where): Stage {
  return {
    $lookup: {
      from: 'leaves',
      pipeline: [
        { $match: { ...where, ...ON_LEAVE } },
        { $limit: BOUNDS.childrenOfSchool },
        { $project: { classId: 1, childId: 1, kind: 1, state: 1, slots: 1 } },
      ],
      as: 'leaves',
    },
  }
}

const covering = ({ _id: leaveId, kind, state }: LeaveRow): CoveringLeave => ({
  ...{ leaveId, kind },
  ...(state === 'pending' && { pending: true as const }),
})

/** By `<childId>:<day>:<half>`: a slot is never two leaves'. */
export function coverSlots(leaves: readonly LeaveRow[]): Map<string, CoveringLeave> {
  return new Map(leaves.flatMap((leave) => leave.slots.map((slot) => [slot, covering(leave)] as const)))
}

/** Who has leave for the halves of a day, by child. */
export function leavesOn(
  slots: ReadonlyMap<string, CoveringLeave>,
  day: Day,
): Record<Half, Map<string, CoveringLeave>> {
  const of = (half: Half) => {
    const end = `:${day}:${half}`
    return new Map(
      [...slots].flatMap(([slot, leave]) => (slot.endsWith(end) ? [[slot.slice(0, -end.length), leave] as const] : [])),
    )
  }
  return { am: of('am'), pm: of('pm') }
}
