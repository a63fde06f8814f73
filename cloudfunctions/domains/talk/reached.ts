// Decides which letters count as contacts with a family: one a thread, day and writer of the school (X07).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import type { Contact } from '@class-pact/core/register'
import type { Stage } from '../../common/store/collection'
import { placesOf, type ContactSpan } from '../../common/store/reached'

/** One letter of the school that was sent. */
interface FoundLetter {
  _id: string
  classId: string
  childId: string
  by: string
  at: Instant
}

/** Talks that have moved since the span began, which an index finds, and were there before it ended. */
export function lookUpLetters(span: ContactSpan, as: string): Stage {
  const { from, until } = span
  const counts = {
    'letters.at': { $gte: from, $lt: until },
    'letters.state': 'sent',
    'letters.by.side': { $ne: 'family' },
  }
  return {
    $lookup: {
      from: 'talks',
      pipeline: [
        { $match: { ...placesOf(span), updatedAt: { $gte: from }, openedAt: { $lt: until } } },
        { $project: { classId: 1, childId: 1, letters: { at: 1, state: 1, by: 1 } } },
        { $unwind: '$letters' },
        { $match: counts },
        { $project: { classId: 1, childId: 1, by: '$letters.by.openid', at: '$letters.at' } },
      ],
      as,
    },
  }
}

export function readLetters(letters: readonly FoundLetter[] = []): Contact[] {
  const first = new Map<string, Contact>()
  for (const { _id, classId, childId, by, at } of letters) {
    const key = `${_id}:${beijingDay(at)}:${by}`
    const known = first.get(key)
    if (by && !(known && known.at <= at)) first.set(key, { classId, childId, by, way: 'online', at })
  }
  return [...first.values()]
}

export type LetterRows = readonly FoundLetter[]
