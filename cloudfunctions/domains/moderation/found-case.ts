// Decides which case a call means and in which role its caller may look at it: the class's head teacher, or leaders (M14).
import type { Identity } from '@class-pact/core/contract'
import { staffOf } from '../../common/call/session'
import { cases } from './cases'
import type { CaseDoc } from './documents'
import type { ChildDoc } from '../class'
import type { Person } from '../../common/call/person'

export interface FoundCase {
  found: CaseDoc
  guardians: ChildDoc['guardians']
  reader: Identity
}

export async function findCase(person: Person, caseId: string): Promise<FoundCase | undefined> {
  const [row] = await cases.aggregate<CaseDoc & { children: Pick<ChildDoc, 'guardians'>[] }>([
    { $match: { _id: caseId } },
    { $lookup: { from: 'children', localField: 'childId', foreignField: '_id', as: 'children' } },
    { $limit: 1 },
  ])
  const reader = row && staffOf(person, row, ['head_teacher', 'office', 'principal'])
  if (!row || !reader) return undefined
  const { children, ...found } = row
  return { found, guardians: children[0]?.guardians ?? [], reader }
}
