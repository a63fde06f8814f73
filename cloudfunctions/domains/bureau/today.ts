// Decides what of the bureau stands on a principal's 今天: notices to publish, and somebody to confirm (G22).
import type { Stage } from '../../common/store/collection'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'

export interface BureauRow {
  bureauSeats?: { state: string }[]
  bureauLetters?: Counted
}

/** Two lookups in the page's one call. */
export const lookUpBureau = (schoolId: string): Stage[] => [
  {
    $lookup: {
      from: 'bureau_seats',
      pipeline: [{ $match: { _id: schoolId } }, { $project: { state: 1 } }],
      as: 'bureauSeats',
    },
  },
  lookUpCount('bureau_letters', 'bureauLetters', { schoolId, state: 'waiting' }),
]

/** What waits for the principal; nothing of a bureau that does not sit there any more. */
export function countBureau({ bureauSeats: [seat] = [], bureauLetters }: BureauRow = {}): number {
  if (seat?.state === 'answered') return 1
  return seat?.state === 'held' ? countOf(bureauLetters) : 0
}
