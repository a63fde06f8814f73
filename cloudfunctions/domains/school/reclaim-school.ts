// Decides how a school whose principal lost the WeChat account gets back in: by a new code of the operator (M13).
import { describeLeader, normalizeName } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { noteAct } from '../../common/store/trail'
import { useReclaim } from '../join'
import { confirmPresence, keepConsent } from '../person'
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
  await keepConsent(openid, now)
  // Somebody who is being forgotten takes no place: the school would lose it with them.
  if (!(await confirmPresence(openid, now))) return refuse('TRY_AGAIN')
  const leader = { openid, name: normalizeName(principalName), since: now }
  const key = deriveId('reclaim', code)
  const act = noteAct(visit, 'principal', 'school.reclaim')
  await replacePrincipal(schoolId, replaces, leader, key, act)
  const school = await schools.find(schoolId)
  const principal = school?.principals.find((each) => each.openid === openid)
  if (!school || !principal) return refuse('ACTIVATION_INVALID')
  // Whoever led already keeps their own place.
  if (replaces !== openid) await leavePrincipals(schoolId, replaces, act)
  if (findCall(school.trail, visit) === 'other') return refuseReused()
  const place = { schoolId, schoolName: school.name, schoolKind: school.kind }
  return succeed({ schoolId, identity: describeLeader(place, 'principal', principal.name) })
}
