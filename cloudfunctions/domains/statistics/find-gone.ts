// Decides whom a mark means who is not on the staff any more: somebody who did what is counted (G09).
import { markStaff } from '../office'
import { schools } from '../school'
import { lookUpReplies, type RepliesRow } from '../talk'
import { lookUpStaffWork, readStaffWork, type StaffWorkRow, type TimeSpan } from './staff-work'

/** Undefined: nobody of this mark has done anything in the span. */
export async function findGone(schoolId: string, staffId: string, span: TimeSpan): Promise<string | undefined> {
  const [row] = await schools.aggregate<StaffWorkRow & RepliesRow>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    ...lookUpStaffWork(schoolId, span),
    lookUpReplies(schoolId, span),
    { $limit: 1 },
  ])
  const writers = (row?.repliedTalks ?? []).flatMap(({ letters }) => letters.map(({ by }) => by.openid))
  return [...readStaffWork(row).keys(), ...writers].find((openid) => markStaff(schoolId, openid) === staffId)
}
