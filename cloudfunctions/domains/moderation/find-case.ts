// Decides what is read of a case before anything is done with it, and whose it is: its class's and its school's (M14).
import type { CaseDesk, Instant } from '@class-pact/core/contract'
import type { Session, Whose } from '../../common/call/handlers'
import type { ChildDoc } from '../class'
import { cases } from './cases'
import type { CaseDoc } from './documents'

export interface FoundCase {
  case: CaseDoc
  guardians: ChildDoc['guardians']
}

const hasComeTo = ({ rises = [] }: CaseDoc, desk: CaseDesk, now: Instant) =>
  rises.some((rise) => rise.desk === desk && rise.at <= now)

/** The case and who sits beside its child now, in one call. */
export async function findCase(
  { caseId }: { caseId: string },
  { openid, now }: Session,
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
    place: { schoolId: found.schoolId, classId: found.classId, className: found.className },
    // A subject teacher knows of the cases they opened (M18), an officer of those that have come to them (G21), of no other.
    may: ({ role }) =>
      role === 'officer' ? hasComeTo(found, 'discipline', now) : role !== 'teacher' || found.opener === openid,
  }
}
