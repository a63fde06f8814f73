// Decides which posts wait for a leader's word: what only a principal decides first, then the rest (G01, C37).
import type { Part } from '../../common/store/pages'

/** Two parts, so that what only one person can decide is never behind what others can. */
export function heldOf(schoolId: string): readonly [Part, Part] {
  const held = (awaits: unknown): Part => ({
    from: 'notices',
    where: { schoolId, state: 'held', awaits },
    order: [['createdAt', 1]],
    then: [{ $project: { trail: 0, search: 0 } }],
  })
  return [held('principal'), held({ $ne: 'principal' })]
}
