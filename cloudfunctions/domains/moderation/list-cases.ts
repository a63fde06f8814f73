// Decides which cases somebody finds: a head teacher the own class's, leaders those that are theirs by now (G06).
import type { Case } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import type { Where } from '../../common/store/collection'
import { leadersCases } from './cases'
import type { CaseDoc } from './documents'
import type { ChildDoc } from '../class'
import { readPage, type List, type Part } from '../../common/store/pages'
import { describeCase } from './describe-case'

type Row = CaseDoc & { children: Pick<ChildDoc, 'guardians'>[] }

export const listCases: Handler<'case.list'> = async (query, { identity: reader, openid, now }) => {
  const list: List =
    query.of === 'class'
      ? casesOfClass({ classId: query.classId, ...(reader.role === 'teacher' && { opener: openid }) })
      : { parts: [partOf(leadersCases(query.schoolId, now))] }
  const { rows, total, next } = await readPage<Row>(openid, list, query.after)
  const cases = rows.map((row): Case => describeCase(row, row.children[0]?.guardians ?? [], reader, now))
  return succeed({ cases, total, next })
}

/** Open ones first: something is still to be done about them. A subject teacher finds what they have opened (M18). */
const casesOfClass = (which: Where): List => ({
  parts: [
    partOf({ where: { ...which, state: 'open' } }),
    { ...partOf({ where: { ...which, state: 'closed' } }), order: [['openedAt', -1]] },
  ],
})

const partOf = (which: Pick<Part, 'where' | 'by'>): Part => ({
  from: 'cases',
  ...which,
  order: [['openedAt', 1]],
  then: [
    { $lookup: { from: 'children', localField: 'childId', foreignField: '_id', as: 'children' } },
    { $project: { trail: 0 } },
  ],
})
