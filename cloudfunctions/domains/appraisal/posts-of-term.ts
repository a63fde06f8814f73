// Decides what of notices is counted for who sent them: published, in quiet hours, as urgent, refused, held (G09).
import type { Instant } from '@class-pact/core/contract'
import type { Stage, Where } from '../../common/store/collection'
import { BOUNDS } from '../../common/store/bounds'
import { schools } from '../school'
import type { Appraised } from './find-appraised'
import { spanOf } from './term'

/** Of one author. */
export interface Posts {
  published: number
  /** Sent in quiet hours: what was not urgent has waited for the opening. */
  late: number
  urgent: number
  refused: number
  held: number
}

interface Counted {
  _id: string
  count: number
  late?: number
  urgent?: number
}
interface Row {
  published: Counted[]
  refused: Counted[]
  held: Counted[]
}

const IS_URGENT = { $gt: ['$urgent.cause', ''] }

/** Corrections stand in their notice and are no posts of their own. */
export async function postsOf({ school, term }: Appraised): Promise<Map<string, Posts>> {
  const { from, until } = spanOf(term)
  const schoolId = school._id
  const within = { $gte: from, $lt: until } satisfies Record<string, Instant>
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    count('notices', 'published', { schoolId, publishedAt: within, amends: { $exists: false } }, '$author.openid', {
      urgent: { $sum: { $cond: [IS_URGENT, 1, 0] } },
      late: { $sum: { $cond: [{ $or: [IS_URGENT, { $gt: ['$releaseAt', 0] }] }, 1, 0] } },
    }),
    ...(['refuse', 'hold'] as const).map((verdict) =>
      count('verdicts', verdict === 'refuse' ? 'refused' : 'held', { schoolId, at: within, verdict }, '$authorOpenid'),
    ),
    { $limit: 1 },
  ])
  const { published = [], refused = [], held = [] } = row ?? {}
  const of = (rows: readonly Counted[], id: string) => rows.find(({ _id }) => _id === id)
  const authors = new Set([...published, ...refused, ...held].map(({ _id }) => _id))
  return new Map(
    [...authors].map((id) => [
      id,
      {
        published: of(published, id)?.count ?? 0,
        ...{ late: of(published, id)?.late ?? 0, urgent: of(published, id)?.urgent ?? 0 },
        ...{ refused: of(refused, id)?.count ?? 0, held: of(held, id)?.count ?? 0 },
      },
    ]),
  )
}

const count = (from: string, as: string, where: Where, by: string, more: object = {}): Stage => ({
  $lookup: {
    from,
    pipeline: [
      { $match: where },
      { $group: { _id: by, count: { $sum: 1 }, ...more } },
      { $limit: BOUNDS.classesOfSchool },
    ],
    as,
  },
})
