// Decides how somebody is forgotten: their access first, then every place they have, then the rest; signed slips stay (M12, M13).
import { beijingDay, lastDayOfSchoolYear } from '@class-pact/core/calendar'
import type { Identity } from '@class-pact/core/contract'
import type { Handler, Visit } from '../../common/call/handlers'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { applications } from '../../common/store/applications'
import { leaveSeat } from '../../common/store/children'
import { leaveTeachers, vacateSupervision } from '../../common/store/classes'
import { forgetFiles } from '../../common/files/forget-files'
import { deliveries } from '../../common/store/deliveries'
import type { PersonDoc } from '../../common/store/documents'
import { leaves } from '../../common/store/leaves'
import { people } from '../../common/store/people'
import { reports } from '../../common/store/reports'
import { leavePrincipals, schools } from '../../common/store/schools'
import { noteAct } from '../../common/store/trail'

/**
 * A repeated call finishes what a broken one began and otherwise changes nothing: what is left to leave stands in the
 * person's document until all of it is done.
 * Errors: LAST_IN_POST with the role and the class or school.
 */
export const deletePerson: Handler<'person.delete'> = async (_input, visit) => {
  const { openid, now } = visit
  const person = await people.find(openid)
  if (person) {
    const needed = await findSolePost(person)
    if (needed) return needed
    const places = [...(person.leaving ?? []), ...person.identities]
    await people.update({ _id: openid }, { $set: { identities: [], leaving: places, updatedAt: now } })
    await Promise.all(places.map((place) => leavePlace(place, visit)))
    await forgetLeaves(openid, places)
  }
  await forgetFiles(openid)
  await forgetApplications(openid)
  // What they told the leaders stays told, and is nobody's (M06).
  await reports.update({ 'by.openid': openid }, { $set: { 'by.openid': '' } })
  await deliveries.remove({ openid })
  await people.remove({ _id: openid })
  return succeed({ keptUntil: lastDayOfSchoolYear(beijingDay(now)) })
}

/** A class without a head teacher and a school without a principal are handed over first. */
async function findSolePost({ identities }: PersonDoc): Promise<Refusal | undefined> {
  const heading = identities.find(({ role }) => role === 'head_teacher')
  if (heading) return soleIn(heading, heading.className)
  for (const leading of identities.filter(({ role }) => role === 'principal')) {
    const school = await schools.find(leading.schoolId, { principals: 1 })
    if (school && school.principals.length < 2) return soleIn(leading, leading.schoolName)
  }
  return undefined
}

function soleIn({ role }: Identity, place = ''): Refusal {
  return refuse('LAST_IN_POST', { facts: { role, what: place } })
}

async function leavePlace({ role, childId, classId, schoolId }: Identity, visit: Visit): Promise<void> {
  const act = noteAct(visit, role, 'person.delete')
  if (role === 'guardian' && childId) await leaveSeat(childId, visit.openid, act)
  if (role === 'teacher' && classId) await leaveTeachers(classId, visit.openid, act)
  if (role === 'supervisor' && classId) await vacateSupervision(classId, visit.openid, act)
  if (role === 'principal') await leavePrincipals(schoolId, visit.openid, act)
}

/** Days of leave belong to the child's attendance and stay; why the child was away goes. */
async function forgetLeaves(openid: string, places: readonly Identity[]): Promise<void> {
  const childIds = places.flatMap(({ childId }) => childId ?? [])
  if (childIds.length === 0) return
  await leaves.update(
    { childId: { $in: childIds }, 'applicant.openid': openid },
    { $set: { proof: [] }, $unset: { reason: 1, check: 1 } },
  )
}

/** An application whose acts are not in the audit trail yet stays for them alone: empty, and nobody's. */
async function forgetApplications(openid: string): Promise<void> {
  await applications.update(
    { openid, trailOpen: true },
    {
      $set: { openid: '', childName: '', guardianName: '', state: 'withdrawn' },
      $unset: { phone: 1, reason: 1, words: 1 },
    },
  )
  await applications.remove({ openid })
}
