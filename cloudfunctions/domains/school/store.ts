// Decides what is asked of schools and changed in them; the authority on who leads.
import { openCollection } from '../../common/store/collection'
import type { Leader, SchoolDoc } from './documents'
import type { TrailEntry } from '../../common/store/documents'
import { admitting } from '../../common/store/settle'
import { withTrail } from '../../common/store/trail'

export const schools = openCollection<SchoolDoc>('schools')

/** Nobody else of the school's leaders could look at what this one writes (G01). */
export function isOnlyLeader(
  { principals, office = [] }: Pick<SchoolDoc, 'principals' | 'office'>,
  openid: string,
): boolean {
  return [...principals, ...office].every((leader) => leader.openid === openid)
}

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

/** Principals, or members of the 教导处, of one school; more than any has. */
const LEADERS_MAX = 20

/**
 * Leads a school together with those who do: once by one application, whatever happened since. False: they do already, or
 * by this application before, or the school has too many.
 */
export async function joinLeaders(
  schoolId: string,
  { post, leader }: { post: 'principals' | 'office'; leader: Leader },
  application: string,
  act: TrailEntry,
): Promise<boolean> {
  const { free, push } = admitting(application)
  const open = {
    _id: schoolId,
    [`${post}.openid`]: { $ne: leader.openid },
    [`${post}.${LEADERS_MAX - 1}`]: { $exists: false },
    ...free,
  }
  return (await schools.update(open, withTrail({ $push: { [post]: leader, ...push } }, act))) === 1
}

/**
 * Takes a principal's place: the school is never without one, and of two who take it at once one does (M17, M13).
 * False: it is not that one's place any more, or the new one leads already, or came in by this application before.
 */
export async function replacePrincipal(
  schoolId: string,
  before: string,
  leader: Leader,
  application: string,
  act: TrailEntry,
): Promise<boolean> {
  const school = await schools.find<Pick<SchoolDoc, 'principals'>>(schoolId, { principals: 1 })
  const at = school?.principals.findIndex(({ openid }) => openid === before) ?? -1
  if (at < 0) return false
  const { free, push } = admitting(application)
  const theirs = {
    $and: [
      { _id: schoolId, [`principals.${at}.openid`]: before, ...free },
      { 'principals.openid': { $ne: leader.openid } },
    ],
  }
  return (await schools.update(theirs, withTrail({ $set: { [`principals.${at}`]: leader }, $push: push }, act))) === 1
}

/** Leaves the 教导处 of one school, as it was seen; false: not there any more. */
export async function leaveOffice(schoolId: string, openid: string, act: TrailEntry): Promise<boolean> {
  const held = { _id: schoolId, 'office.openid': openid }
  return (await schools.update(held, withTrail({ $pull: { office: { openid } } }, act))) === 1
}
