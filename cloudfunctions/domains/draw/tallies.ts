// Decides how a draw counts for its register: as an entry that is done when families can answer no more (H04).
import type { Instant } from '@class-pact/core/contract'
import type { Tally } from '@class-pact/core/register'
import type { Stage } from '../../common/store/collection'
import type { DrawDoc } from './documents'
import { slotOfTerm } from './store'

/** What `lookUpDraws` brings with a row. */
export interface DrawsRow {
  drawsMade?: Pick<DrawDoc, 'schoolId' | 'term' | 'by' | 'deadline'>[]
}

/** Draws that stand in these terms, by their first days; an index finds each. */
export const lookUpDraws = (schoolId: string, terms: readonly string[]): Stage => ({
  $lookup: {
    from: 'draws',
    pipeline: [
      { $match: { slot: { $in: terms.map((from) => slotOfTerm(schoolId, { from })) } } },
      { $project: { schoolId: 1, term: 1, by: 1, deadline: 1 } },
    ],
    as: 'drawsMade',
  },
})

/** As entries of one register would be counted. */
export const tallyDraws = ({ drawsMade = [] }: DrawsRow, register: string, now: Instant): Tally[] =>
  drawsMade.map(({ schoolId, term, by, deadline }) => ({
    ...{ register, slot: `t${term.from}`, subject: schoolId, by, parts: ['fill'], times: 1 },
    state: deadline < now ? ('done' as const) : ('open' as const),
  }))
