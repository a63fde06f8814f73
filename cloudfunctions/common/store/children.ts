// Decides what is asked of children and changed in them; the authority on seats.
import { openCollection } from './collection'
import type { ChildDoc, TrailEntry } from './documents'
import { withTrail } from './trail'

export const children = openCollection<ChildDoc>('children')

export type Guardian = ChildDoc['guardians'][number]

/**
 * Takes a seat beside a child: one conditional update, so that of twenty who come at once exactly as many sit down as
 * there are seats (M01). False: the seats were taken meanwhile, or the guardian has one already.
 */
export async function takeSeat(
  child: Pick<ChildDoc, '_id' | 'seats'>,
  guardian: Guardian,
  act: TrailEntry,
): Promise<boolean> {
  if (child.seats < 1) return false
  const free = {
    _id: child._id,
    seats: child.seats,
    [`guardians.${child.seats - 1}`]: { $exists: false },
    'guardians.openid': { $ne: guardian.openid },
  }
  return (await children.update(free, withTrail({ $push: { guardians: guardian } }, act))) === 1
}
