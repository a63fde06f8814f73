// Decides which posts wait for a leader's word, and in which order: the oldest first (G01, C04).
import type { Part } from '../../common/store/pages'

export function heldOf(schoolId: string): Part {
  return {
    from: 'notices',
    where: { schoolId, state: 'held' },
    order: [['createdAt', 1]],
    then: [{ $project: { trail: 0, search: 0 } }],
  }
}
