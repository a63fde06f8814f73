// Decides which appeals the leaders find: what waits for an answer first, then the latest (G04).
import type { AppealedCase } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import type { Where } from '../../common/store/collection'
import { readPage, type List, type Part } from '../../common/store/pages'
import type { ChildDoc } from '../class'
import { openAppeals } from './cases'
import { describeCase } from './describe-case'
import type { CaseDoc } from './documents'

type Row = CaseDoc & { children: Pick<ChildDoc, 'guardians'>[] }

export const listAppeals: Handler<'appeal.list'> = async ({ schoolId, after }, { identity: reader, openid, now }) => {
  const { rows, total, next } = await readPage<Row>(openid, listOf(schoolId), after)
  const appeals = rows.map((row): AppealedCase => ({
    ...describeCase(row, row.children[0]?.guardians ?? [], reader, now),
    mayAnswer: row.appealedAt !== undefined && reader.role === 'principal' && row.taker !== openid,
  }))
  return succeed({ appeals, total, next })
}

const listOf = (schoolId: string): List => ({
  parts: [
    partOf(openAppeals(schoolId), [['appealedAt', 1]]),
    partOf({ schoolId, 'appeals.0': { $exists: true }, appealedAt: { $exists: false } }, [['openedAt', -1]]),
  ],
})

const partOf = (where: Where, order: Part['order']): Part => ({
  ...{ from: 'cases', where, order },
  then: [
    { $lookup: { from: 'children', localField: 'childId', foreignField: '_id', as: 'children' } },
    { $project: { trail: 0 } },
  ],
})
