// Decides how a school begins: one activation code, one school, one principal, the preset pact of its kind.
import { beijingDay } from '@class-pact/core/calendar'
import { describeLeader, normalizeName } from '@class-pact/core/family'
import { createPact, defaultPreset } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import type { SchoolDoc } from './documents'
import { useActivation } from '../join'
import { pactId, pacts } from '../pact'
import { keepConsent } from '../person'
import { schools } from './store'
import { noteAct, startTrail } from '../../common/store/trail'

/** A call that broke half way is finished by calling again with the same code: every document has its id from the code. */
export const activateSchool: Handler<'school.activate'> = async (input, visit) => {
  const { openid, now } = visit
  if (!(await useActivation(input.code, openid, now))) return refuse('ACTIVATION_INVALID')

  const schoolId = deriveId('school', input.code)
  const pact = createPact(schoolId, 1, defaultPreset(input.kind), beijingDay(now))
  if (!pact) throw new Error('the default preset is not in the catalogue')
  const adopted = noteAct(visit, 'principal', 'pact.adopt', { version: pact.version })
  await pacts.insert({ _id: pactId(schoolId, pact.version), ...pact, ...startTrail(adopted) })

  await keepConsent(openid, now)
  const drafted: SchoolDoc = {
    _id: schoolId,
    name: input.schoolName,
    kind: input.kind,
    calendar: { rest: [], school: [] },
    principals: [{ openid, name: normalizeName(input.principalName) }],
    createdAt: now,
    ...startTrail(noteAct(visit, 'principal', 'school.activate')),
  }
  const school = (await schools.insert(drafted)) ? drafted : await schools.find(schoolId)
  const principal = school?.principals.find((each) => each.openid === openid)
  if (!school || !principal) return refuse('ACTIVATION_INVALID')
  if (findCall(school.trail, visit) === 'other') return refuseReused()

  const place = { schoolId, schoolName: school.name, schoolKind: school.kind }
  return succeed({ schoolId, identity: describeLeader(place, 'principal', principal.name) })
}
