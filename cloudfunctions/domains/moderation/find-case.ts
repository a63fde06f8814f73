// Decides what is read of a case before anything is done with it, and whose it is: its class's and its school's (M14).
import type { Session, Whose } from '../../common/call/handlers'
import type { ChildDoc } from '../class'
import { cases } from './cases'
import type { CaseDoc } from './documents'

export interface FoundCase {
  case: CaseDoc
  guardians: ChildDoc['guardians']
}

/** The case and who sits beside its child now, in one call. */
export async function findCase(
  { caseId }: { caseId: string },
  { openid }: Session,
): Promise<Whose<FoundCase> | undefined> {
  const [row] = await cases.aggregate<CaseDoc & { children: Pick<ChildDoc, 'guardians'>[] }>([
    { $match: { _id: caseId } },
    { $lookup: { from: 'children', localField: 'childId', foreignField: '_id', as: 'children' } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { children, ...found } = row
  return {
    found: { case: found, guardians: children[0]?.guardians ?? [] },
    place: found,
    // A subject teacher knows of the cases they opened, and of no other (M18).
    may: ({ role }) => role !== 'teacher' || found.opener === openid,
  }
}
