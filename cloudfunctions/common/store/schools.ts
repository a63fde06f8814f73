// Decides what is asked of schools and changed in them.
import { openCollection } from './collection'
import type { SchoolDoc, TrailEntry } from './documents'
import { withTrail } from './trail'

export const schools = openCollection<SchoolDoc>('schools')

/** Leaves the principals of a school, as long as another one stays; a repeat changes nothing. */
export async function leavePrincipals(schoolId: string, openid: string, act: TrailEntry): Promise<void> {
  const oneOfSeveral = { _id: schoolId, 'principals.openid': openid, 'principals.1': { $exists: true } }
  await schools.update(oneOfSeveral, withTrail({ $pull: { principals: { openid } } }, act))
}
