// Decides what is asked of schools and changed in them; the authority on who leads.
import { openCollection } from '../../common/store/collection'
import type { SchoolDoc } from './documents'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'

export const schools = openCollection<SchoolDoc>('schools')

/** Leaves the principals of a school, as long as another one stays. False: nobody else would be left. */
export async function leavePrincipals(schoolId: string, openid: string, act: TrailEntry): Promise<boolean> {
  const oneOfSeveral = { _id: schoolId, 'principals.openid': openid, 'principals.1': { $exists: true } }
  if (await schools.update(oneOfSeveral, withTrail({ $pull: { principals: { openid } } }, act))) return true
  const school = await schools.find<Pick<SchoolDoc, 'principals'>>(schoolId, { principals: 1 })
  return !school?.principals.some((each) => each.openid === openid)
}

/** Leaves the office of every school; a repeat changes nothing. */
export async function leaveOffices(openid: string, act: TrailEntry): Promise<void> {
  await schools.update({ 'office.openid': openid }, withTrail({ $pull: { office: { openid } } }, act))
}
