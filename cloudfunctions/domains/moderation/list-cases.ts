// Decides which cases somebody finds: a head teacher the own class's, leaders those that are theirs by now (G06).
import type { Case, Identity, Instant, ParsedInput } from '@class-pact/core/contract'
import type { Handler, Whose } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import type { Where } from '../../common/store/collection'
import { disciplineCases, leadersCases } from './cases'
import type { CaseDoc } from './documents'
import type { ChildDoc } from '../class'
import { readPage, type List, type Part } from '../../common/store/pages'
import { describeCase } from './describe-case'

type Row = CaseDoc & { children: Pick<ChildDoc, 'guardians'>[] }

/** A class's are its own people's; a school's the leaders', and 学生工作处's to whom some have risen (G21). */
export function findListedCases(of: ParsedInput<'case.list'>): Promise<Whose<undefined>> {
  const place = of.of === 'class' ? { classId: of.classId } : { schoolId: of.schoolId }
  const may: Whose<undefined>['may'] = (reader) => of.of === 'class' || isLeader(reader) || reader.role === 'officer'
  return Promise.resolve({ found: undefined, place, may })
}

export const listCases: Handler<'case.list'> = async (query, { identity: reader, openid, now }) => {
  const list: List =
    query.of === 'class'
      ? casesOfClass({ classId: query.classId, ...(reader.role === 'teacher' && { opener: openid }) })
      : { parts: [partOf(casesOfSchool(query.schoolId, reader, now))] }
  const { rows, total, next } = await readPage<Row>(openid, list, query.after)
  const cases = rows.map((row): Case => describeCase(row, row.children[0]?.guardians ?? [], reader, now))
  return succeed({ cases, total, next })
}

const casesOfSchool = (schoolId: string, { role }: Pick<Identity, 'role'>, now: Instant): Pick<Part, 'where' | 'by'> =>
  role === 'officer' ? { where: disciplineCases(schoolId, now) } : leadersCases(schoolId, now)

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
