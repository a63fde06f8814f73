// Decides which cases somebody finds: a head teacher the own class's, leaders those that are theirs by now (G06).
import type { Case } from '@class-pact/core/contract'
import { canAct } from '@class-pact/core/moderation'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { memberOf } from '../../common/session'
import { cases } from '../../common/store/cases'
import type { CaseDoc, ChildDoc } from '../../common/store/documents'
import { LEADERS } from '../notice/speaker'
import { describeCase } from './describe-case'

/** More than a school has at once. */
const CASES_MOST = 100

export const listCases: Handler<'case.list'> = async (query, { person, now }) => {
  const ofClass = query.of === 'class'
  const reader = ofClass
    ? person.identities.find(({ role, classId }) => role === 'head_teacher' && classId === query.classId)
    : memberOf(person, query.schoolId, LEADERS)
  if (!reader) return refuse('FORBIDDEN')
  const rows = await cases.aggregate<CaseDoc & { children: Pick<ChildDoc, 'guardians'>[] }>([
    { $match: ofClass ? { classId: query.classId } : { schoolId: query.schoolId, state: 'open' } },
    { $sort: { openedAt: ofClass ? -1 : 1 } },
    { $limit: CASES_MOST },
    { $lookup: { from: 'children', localField: 'childId', foreignField: '_id', as: 'children' } },
    { $project: { trail: 0 } },
  ])
  const theirs = ofClass ? rows : rows.filter((row) => canAct(row, reader.role, now))
  return succeed({
    cases: theirs.map((row): Case => describeCase(row, row.children[0]?.guardians ?? [], reader, now)),
  })
}
