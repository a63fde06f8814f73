// Decides which answers to families count for whom: each with how long it took in opening minutes, and no word of it.
import type { Instant, SchoolCalendar } from '@class-pact/core/contract'
import { countOpenMinutes, replyLimit, replyTimes } from '@class-pact/core/talk'
import type { Stage } from '../../common/store/collection'
import type { PactDoc } from '../pact'
import type { LetterDoc, TalkDoc } from './documents'

interface FoundThread {
  _id: string
  classId: string
  letters: (Pick<LetterDoc, 'state' | 'at' | 'arrivesAt' | 'sentAt'> & {
    by: Pick<LetterDoc['by'], 'side' | 'openid'>
  })[]
  events: Pick<TalkDoc['events'][number], 'kind' | 'at'>[]
}

/** What `lookUpReplies` brings with a row. */
export interface RepliesRow {
  repliedTalks?: FoundThread[]
}

export interface FoundReply {
  talkId: string
  classId: string
  openid: string
  askedAt: Instant
  at: Instant
  minutes: number
  inTime: boolean
}

/** Matters of a school year: some of every family of a big school. */
const THREADS_MOST = 10_000

/** Talks that have moved since the span began, and were there before it ended. */
export const lookUpReplies = (schoolId: string, { from, until }: { from: Instant; until: Instant }): Stage => ({
  $lookup: {
    from: 'talks',
    pipeline: [
      { $match: { schoolId, updatedAt: { $gte: from }, openedAt: { $lt: until } } },
      { $limit: THREADS_MOST },
      {
        $project: {
          ...{ classId: 1, 'letters.by.side': 1, 'letters.by.openid': 1, 'letters.at': 1, 'letters.arrivesAt': 1 },
          ...{ 'letters.state': 1, 'letters.sentAt': 1, 'events.kind': 1, 'events.at': 1 },
        },
      },
    ],
    as: 'repliedTalks',
  },
})

/** Answers of the span, the latest first. */
export function readReplies(
  { repliedTalks = [] }: RepliesRow,
  { pact, calendar, from, until }: { pact: PactDoc; calendar: SchoolCalendar; from: Instant; until: Instant },
): FoundReply[] {
  const countOpen = countOpenMinutes({ pact, calendar })
  const limit = replyLimit(pact)
  return repliedTalks
    .flatMap((talk) =>
      replyTimes(talk, countOpen)
        .filter(({ answeredAt }) => answeredAt >= from && answeredAt < until)
        .flatMap(({ askedAt, answeredAt: at, place, minutes }): FoundReply[] => {
          const openid = talk.letters[place]?.by.openid
          if (openid === undefined) return []
          return [{ talkId: talk._id, classId: talk.classId, openid, askedAt, at, minutes, inTime: minutes <= limit }]
        }),
    )
    .sort((a, b) => b.at - a.at || (a.talkId < b.talkId ? -1 : 1))
}
