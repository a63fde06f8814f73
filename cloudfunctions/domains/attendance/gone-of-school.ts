// Decides how many children each class of a school keeps over a term, for who counts its points (Q16).
import type { ClassRetention, DaySpan } from '@class-pact/core/contract'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import type { ChildDoc } from '../class'
import { retentionOf } from './read-class'

/** What `lookUpGone` brings with a row. */
export interface GoneRow {
  gone?: Pick<ChildDoc, 'classId' | 'away'>[]
  missing?: { _id: string; count: number }[]
}

/** Who has gone in the term, and who is to be brought back, of all classes. */
export const lookUpGone = (schoolId: string, { from, to }: DaySpan): Stage[] => [
  {
    $lookup: {
      from: 'children',
      pipeline: [
        { $match: { schoolId, 'away.from': { $gt: from, $lte: to } } },
        { $limit: BOUNDS.childrenOfSchool },
        { $project: { classId: 1, away: 1 } },
      ],
      as: 'gone',
    },
  },
  {
    $lookup: {
      from: 'dropouts',
      pipeline: [
        { $match: { schoolId, open: true } },
        { $group: { _id: '$classId', count: { $sum: 1 } } },
        { $limit: BOUNDS.classesOfSchool },
      ],
      as: 'missing',
    },
  },
]

/** @param there as many as are on the class's roster now */
export function retentionIn(
  { gone = [], missing = [] }: GoneRow,
  { classId, there, since }: { classId: string; there: number; since: ClassRetention['since'] },
): ClassRetention {
  const own = missing.filter(({ _id }) => _id === classId)
  return retentionOf({
    roster: { length: there },
    gone: gone.filter((each) => each.classId === classId),
    since,
    missing: own,
  })
}
