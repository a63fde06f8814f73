// Decides how a school whose principal lost the WeChat account gets back in: by a new code of the operator (M13).
import { describeLeader, normalizeName } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import type { PersonDoc } from '../../common/call/person'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { noteAct } from '../../common/store/trail'
import { useReclaim } from '../join'
import { keepConsent, people } from '../person'
import type { SchoolDoc } from './documents'
import { leavePrincipals, replacePrincipal, schools } from './store'

/**
 * The code names the school and whose place it is; that one's identity ends, everybody else stays. A call that broke half
 * way is finished by calling again with the same code.
 */
export const reclaimSchool: Handler<'school.reclaim'> = async ({ code, principalName }, visit) => {
  const { openid, now } = visit
  const reclaimed = await useReclaim(code, openid, now)
  if (!reclaimed) return refuse('ACTIVATION_INVALID')
  const { schoolId, replaces } = reclaimed
  const act = noteAct(visit, 'principal', 'school.reclaim')
  const before = await schools.find<Pick<SchoolDoc, 'principals'>>(schoolId, { principals: 1 })
  if (!before?.principals.some((each) => each.openid === openid)) {
    // Somebody who is being forgotten takes no place: the school would lose it with them.
    const person = await people.find<Pick<PersonDoc, 'leaving'>>(openid, { leaving: 1 })
    if (person?.leaving !== undefined) return refuse('TRY_AGAIN')
    await keepConsent(openid, now)
    const leader = { openid, name: normalizeName(principalName), since: now }
    await replacePrincipal(schoolId, replaces, leader, deriveId('reclaim', code), act)
  }
  const school = await schools.find(schoolId)
  const principal = school?.principals.find((each) => each.openid === openid)
  if (!school || !principal) return refuse('ACTIVATION_INVALID')
  // Whoever led already keeps their own place.
  if (replaces !== openid) await leavePrincipals(schoolId, replaces, act)
  if (findCall(school.trail, visit) === 'other') return refuseReused()
  const place = { schoolId, schoolName: school.name, schoolKind: school.kind }
  return succeed({ schoolId, identity: describeLeader(place, 'principal', principal.name) })
}
