// Decides who may be forgotten now: everybody but the only one in a post that a class or school needs (M12, M13).
import { keptUntil } from '@class-pact/core/purge'
import type { Identity } from '@class-pact/core/contract'
import type { Handler, Visit } from '../../common/call/handlers'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { findPerson } from './find-person'
import { forgetPerson } from './forget-person'
import type { Person } from '../../common/call/person'
import { people } from './people'
import { leavePrincipals, schools } from '../school'
import { dutyAfter } from '../../common/store/settle'
import { noteAct } from '../../common/store/trail'

/**
 * From the first write on the person is nobody; what a broken call leaves to do is done by the scheduler.
 * Errors: LAST_IN_POST with the role and the class or school.
 */
export const deletePerson: Handler<'person.delete'> = async (_input, visit) => {
  const { openid, now } = visit
  const person = await findPerson(openid)
  const needed = person && ((await findSolePost(person)) ?? (await leaveLeading(person, visit)))
  if (needed) return needed
  const duty = dutyAfter('forget', now)
  await people.update({ _id: openid }, { $set: { leaving: now, duty, updatedAt: now } })
  await forgetPerson(openid, noteAct(visit, person?.identities[0]?.role ?? 'guardian', 'person.delete'))
  return succeed({ keptUntil: keptUntil(now) })
}

/** A class without a head teacher and a school without a principal are handed over first. */
async function findSolePost({ identities }: Person): Promise<Refusal | undefined> {
  const heading = identities.find(({ role }) => role === 'head_teacher')
  if (heading) return soleIn(heading, heading.className)
  for (const leading of principalships(identities)) {
    const school = await schools.find(leading.schoolId, { principals: 1 })
    if (school && school.principals.length < 2) return soleIn(leading, leading.schoolName)
  }
  return undefined
}

/** Of two principals who go at the same moment the school keeps one: the post is left before anything else. */
async function leaveLeading({ identities, _id }: Person, visit: Visit): Promise<Refusal | undefined> {
  for (const leading of principalships(identities)) {
    const left = await leavePrincipals(leading.schoolId, _id, noteAct(visit, 'principal', 'person.delete'))
    if (!left) return soleIn(leading, leading.schoolName)
  }
  return undefined
}

function principalships(identities: readonly Identity[]): Identity[] {
  return identities.filter(({ role }) => role === 'principal')
}

function soleIn({ role }: Identity, place = ''): Refusal {
  return refuse('LAST_IN_POST', { facts: { role, what: place } })
}
