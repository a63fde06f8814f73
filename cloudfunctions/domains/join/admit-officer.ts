// Decides what an approved office brings about: a place among the leaders, or an office with its scope (M17).
import { beijingDay } from '@class-pact/core/calendar'
import { composeOfficeCard } from '@class-pact/core/family'
import type { Instant } from '@class-pact/core/contract'
import { refuse } from '../../common/call/results'
import type { TrailEntry } from '../../common/store/documents'
import { endOffice, findOffice, holdOffice, officeIdOf } from '../office'
import { confirmPresence } from '../person'
import { joinLeaders, leaveOffice, leavePrincipals, replacePrincipal, schools, type SchoolDoc } from '../school'
import type { Admission } from './admission'
import type { ApplicationDoc, Offered } from './documents'

/** One call. Undefined: the school is gone. */
export async function readOffice(
  application: ApplicationDoc,
  offered: Offered,
  now: Instant,
): Promise<Admission | undefined> {
  const { office } = offered
  if (office === 'principal' || office === 'office') return readLeading(application, office, offered, now)
  const { _id: key, openid, schoolId, guardianName: name } = application
  const { grade, until } = offered
  const slot = { schoolId, office, grade, openid }
  const present = await findOffice(slot, beijingDay(now))
  const isOver = until !== undefined && until < beijingDay(now)
  const isOthers = present && present._id !== officeIdOf(key) && present.openid !== openid
  const taken = () =>
    refuse('OFFICE_TAKEN', { rule: 'M17', facts: { what: present ? composeOfficeCard(present, office, grade) : '' } })
  return {
    ...(isOthers && { obstacle: taken() }),
    ...(isOver && { obstacle: refuse('INVITATION_INVALID') }),
    async carryOut(act) {
      const isIn = await holdOffice({ key, ...slot, name, until }, act)
      if (!isIn) return taken()
      if (!(await confirmPresence(openid, now))) await endOffice(officeIdOf(key), { ...act, action: 'office.end' })
      return undefined
    },
  }
}

async function readLeading(
  { _id: key, openid, schoolId, guardianName: name }: ApplicationDoc,
  office: 'principal' | 'office',
  { takesOver }: Offered,
  now: Instant,
): Promise<Admission | undefined> {
  const school = await schools.find<Pick<SchoolDoc, 'principals'>>(schoolId, { principals: 1 })
  if (!school) return undefined
  const leader = { openid, name, since: now }
  const post = office === 'principal' ? 'principals' : 'office'
  const isThere = takesOver && school.principals.some((each) => each.openid === takesOver.openid)
  const isIn = school.principals.some((each) => each.openid === openid)
  return {
    ...(takesOver && !isThere && !isIn && { obstacle: refuse('OFFICE_TAKEN', { rule: 'M17' }) }),
    async carryOut(act) {
      // A school is not left without a principal for somebody who has gone meanwhile.
      if (takesOver && !(await confirmPresence(openid, now))) return refuse('TRY_AGAIN')
      const isSeated = takesOver
        ? await replacePrincipal(schoolId, takesOver.openid, leader, key, act)
        : await joinLeaders(schoolId, { post, leader }, key, act)
      if (!isSeated)
        return (await leadsAlready(schoolId, post, { openid, key }))
          ? undefined
          : refuse('OFFICE_TAKEN', { rule: 'M17' })
      if (takesOver || (await confirmPresence(openid, now))) return undefined
      const undone: TrailEntry = { ...act, action: 'office.end' }
      if (office === 'principal') await leavePrincipals(schoolId, openid, undone)
      else await leaveOffice(schoolId, openid, undone)
      return undefined
    },
  }
}

/** In that post, or brought in by this very application before, whatever has become of them since. */
async function leadsAlready(
  schoolId: string,
  post: 'principals' | 'office',
  { openid, key }: { openid: string; key: string },
): Promise<boolean> {
  const school = await schools.find<Pick<SchoolDoc, 'principals' | 'office' | 'admitted'>>(schoolId, {
    ...{ principals: 1, office: 1, admitted: 1 },
  })
  const isThere = school?.[post]?.some((each) => each.openid === openid) ?? false
  return isThere || (school?.admitted?.includes(key) ?? false)
}
