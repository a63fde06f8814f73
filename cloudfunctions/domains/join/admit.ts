// Decides what an approved application brings about, now or by the scheduler: a seat, or a place in the staff.
import { beijingDay } from '@class-pact/core/calendar'
import { isAway } from '@class-pact/core/child'
import type { Instant, Pact } from '@class-pact/core/contract'
import { askForSeat } from '@class-pact/core/family'
import { citeRule, seatLimit } from '@class-pact/core/pact'
import { refuse, type Refusal } from '../../common/call/results'
import type { Admission } from './admission'
import { applications } from './applications'
import { lookUpMutes, type MutingCase } from '../moderation'
import { children, classes, grantSeat, joinTeachers, removeTeacher, takeHeadship, vacateHeadship } from '../class'
import type { ChildDoc, ClassDoc } from '../class'
import type { ApplicationDoc } from './documents'
import { lookUpPact, type PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { confirmPresence } from '../person'
import { fullSeats, placeOf } from './place'
import { readOffice } from './admit-officer'
import { seatGuardian } from './seat-guardian'

type AdmittingChild = ChildDoc & { schools: SchoolDoc[]; classes: ClassDoc[]; pacts: PactDoc[]; mutes: MutingCase[] }

/** One call. Undefined: the child or the class is gone. */
export function readAdmission(
  application: ApplicationDoc,
  decision: string,
  now: Instant,
): Promise<Admission | undefined> {
  if (application.offered) return readOffice(application, application.offered, now)
  return application.purpose === 'staff'
    ? readPost(application, application.role ?? 'teacher', now)
    : readSeat(application, `${application._id}:${decision}`, now)
}

async function readSeat(application: ApplicationDoc, key: string, now: Instant): Promise<Admission | undefined> {
  const { openid, classId, approvedFor, childId } = application
  const [found] = await children.aggregate<AdmittingChild>([
    { $match: { _id: approvedFor ?? childId ?? '' } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    lookUpPact(now, { field: 'schoolId' }),
    lookUpMutes(openid, 'classId', now),
    { $project: { trail: 0, contacts: 0, 'schools.trail': 0, 'classes.roster': 0, 'classes.trail': 0 } },
    { $limit: 1 },
  ])
  const [school, itsClass, pact] = [found?.schools[0], found?.classes[0], found?.pacts[0]]
  if (!found || !school || !itsClass || !pact || found.classId !== classId) return undefined
  if (isAway(found.away, beijingDay(now))) return undefined
  const raises = application.purpose === 'third_seat'
  const limit = seatLimit(pact)
  const answer = askForSeat(raises ? { ...found, extraSeat: true } : found, openid, limit)
  return {
    ...(answer === 'full' && { obstacle: refuse('SEATS_FULL', fullSeats(pact, found)) }),
    async carryOut(act) {
      if (found.admitted?.includes(key)) return undefined
      // A guardian who asked for somebody else has a seat already: the child gets the one more.
      if (raises && answer === 'seated') return grantSeat(found._id, act).then(() => undefined)
      const { relation, guardianName: name } = application
      const seated = await seatGuardian(
        {
          ...{ child: found, place: placeOf(school, itsClass), pact, openid, known: true, relation, name },
          ...{ mutes: found.mutes, warrant: { approved: { key, raises } } },
        },
        now,
        act,
      )
      return seated.ok ? undefined : seated
    },
  }
}

type AdmittingClass = ClassDoc & { pacts: PactDoc[] }

async function readPost(
  application: ApplicationDoc,
  role: 'head_teacher' | 'teacher',
  now: Instant,
): Promise<Admission | undefined> {
  const { _id: key, openid, classId, guardianName: name, subject = '', before } = application
  const [found] = await classes.aggregate<AdmittingClass>([
    { $match: { _id: classId } },
    lookUpPact(now, { field: 'schoolId' }),
    { $project: { roster: 0, trail: 0 } },
    { $limit: 1 },
  ])
  const pact = found?.pacts[0]
  if (!found || !pact) return undefined
  const { headTeacher: present } = found
  const isTheirs = present?.openid === before?.openid && present?.since === before?.since
  const taken = role === 'head_teacher' && present && present.openid !== openid && !isTheirs
  return {
    ...(taken && { obstacle: refuseTaken(pact) }),
    async carryOut(act) {
      // A class is not left without a head teacher for somebody who has gone meanwhile (M04).
      if (before && !(await confirmPresence(openid, now))) return refuse('TRY_AGAIN')
      const place = { openid, name, subject, since: now }
      const isIn =
        role === 'head_teacher'
          ? await takeHeadship(classId, place, key, before ? { ...act, action: 'class.handover' } : act, before)
          : await joinTeachers(classId, place, key, act)
      if (!isIn) return (await hasComeIn(classId, key)) ? undefined : refuseTaken(pact)
      if (before || (await confirmPresence(openid, now))) return undefined
      const undone = { ...act, action: 'post.leave' }
      if (role === 'head_teacher') await vacateHeadship(classId, openid, undone)
      else await removeTeacher(classId, place, undone)
      return undefined
    },
  }
}

/** This very application has brought them in before, whatever has become of them since. */
async function hasComeIn(classId: string, key: string): Promise<boolean> {
  const present = await classes.find<Pick<ClassDoc, 'admitted'>>(classId, { admitted: 1 })
  return present?.admitted?.includes(key) ?? false
}

function refuseTaken(pact: Pick<Pact, 'version' | 'own'>): Refusal {
  return refuse('CLASS_TAKEN', { rule: 'M04', cite: citeRule(pact, 'M04') })
}

/** The application is as it was before this decision: somebody else took the last place in the same moment. */
export async function takeDecisionBack({ _id, decision }: ApplicationDoc): Promise<void> {
  await applications.update(
    { _id, state: 'approved', decision },
    { $set: { state: 'pending' }, $unset: { duty: '', decidedAt: '', decision: '' } },
  )
}
