// Decides how a third seat is asked for: the head teacher reads for whom and why, and the roster stays shut (M01, M02).
import type { CheckedInput } from '@class-pact/core/contract'
import { isClosed, normalizeName } from '@class-pact/core/family'
import { citeRule, seatLimit } from '@class-pact/core/pact'
import { findCall, refuseReused } from '../../common/call/repeat'
import type { Checked, Handler, Visit } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { guardianOf } from '../../common/call/session'
import { children, type ChildDoc, type ClassDoc } from '../class'
import type { ApplicationDoc } from './documents'
import { lookUpPact, type PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { findPerson, keepConsent } from '../person'
import { noteAct } from '../../common/store/trail'
import { fullSeats } from './place'
import { doubtOf } from '../../common/wechat/check-words'
import { cardOfHeadTeacher, isOpen, readInvitationFacts, servesClass } from './invitation-facts'
import { APPLICATIONS_MAX } from './limits'
import { submitApplication, type Drafted } from './submit-application'

type Request = CheckedInput<'seat.request'>
type AtDoor = Extract<Request, { from: 'door' }>
type OfFamily = Extract<Request, { from: 'family' }>

export const requestSeat: Handler<'seat.request'> = (request, visit) =>
  request.from === 'door' ? requestAtDoor(request, visit) : requestForFamily(request, visit)

/** Whoever holds an invitation: a child's says which child, a class's leaves it to the teacher who reads the name. */
async function requestAtDoor(request: AtDoor, visit: Visit & Checked) {
  const { openid, now } = visit
  const facts = await readInvitationFacts(request.token, openid)
  if (!facts || !isOpen(facts, now) || facts.invitation.purpose === 'staff') return refuse('INVITATION_INVALID')
  if (facts.person?.leaving !== undefined) return refuse('TRY_AGAIN')
  const [child] = facts.children
  if (child && isClosed(child, seatLimit(facts.pact))) return refuse('SEATS_FULL', fullSeats(facts.pact, child))
  const childName = child?.name ?? (request.childName && normalizeName(request.childName))
  if (!childName) return refuse('INPUT_INVALID', { field: 'childName' })

  const { _id: classId, name: className } = facts.class
  const applicationId = applicationIdOf(openid, classId, child?._id ?? childName)
  const earlier = facts.applications.find(({ _id }) => _id === applicationId)
  const waiting = facts.applications.filter(({ _id, state }) => state === 'pending' && _id !== applicationId)
  if (waiting.length >= APPLICATIONS_MAX) {
    return refuse('NOT_ON_ROSTER', { rule: 'M02', cite: citeRule(facts.pact, 'M02') })
  }
  const { relation, reason } = request
  const guardianName = normalizeName(request.guardianName)
  const place = { schoolId: facts.school._id, classId, className }
  const about = { childId: child?._id, childName, guardianName, relation, reason }
  const to = servesClass(facts, openid) ? ('leaders' as const) : undefined
  if (!facts.person) await keepConsent(openid, now)
  return submit(
    { _id: applicationId, ...place, ...about, to, ...asked(visit) },
    earlier,
    cardOfHeadTeacher(facts),
    visit,
  )
}

/** A guardian asks for somebody else: the seat is raised, and who sits there comes by the guardian's invitation. */
async function requestForFamily({ childId, reason }: OfFamily, visit: Visit & Checked) {
  const { openid, now } = visit
  const [person, [child]] = await Promise.all([findPerson(openid), findChild(childId, now)])
  const own = person && guardianOf(person, childId)
  const [itsClass, school, pact] = [child?.classes[0], child?.schools[0], child?.pacts[0]]
  if (!own?.relation || !child || !itsClass || !school || !pact) return refuse('FORBIDDEN')
  if (isClosed(child, seatLimit(pact))) return refuse('SEATS_FULL', fullSeats(pact, child))
  const { classId, schoolId, name: childName } = child
  const guardianName = child.guardians.find((each) => each.openid === openid)?.name ?? own.card
  const place = { schoolId, classId, className: itsClass.name }
  const to = servesClass({ class: itsClass }, openid) ? ('leaders' as const) : undefined
  const about = { childId, childName, guardianName, relation: own.relation, reason, to }
  const drafted = { _id: applicationIdOf(openid, classId, childId), ...place, ...about, ...asked(visit) }
  const [earlier] = child.applications.filter(({ _id }) => _id === drafted._id)
  return submit(drafted, earlier, cardOfHeadTeacher({ school, class: itsClass }), visit)
}

function applicationIdOf(openid: string, classId: string, child: string): string {
  return deriveId('third-seat', openid, classId, child)
}

function asked({ openid, now, check }: Visit & Checked) {
  return { openid, doubt: doubtOf(check), purpose: 'third_seat' as const, createdAt: now }
}

async function submit(drafted: Drafted, earlier: ApplicationDoc | undefined, teacher: string, visit: Visit) {
  if (findCall(earlier?.trail, visit) === 'other') return refuseReused()
  await submitApplication(drafted, earlier, noteAct(visit, 'guardian', 'seat.request'), visit)
  return succeed({ applicationId: drafted._id, teacher })
}

type FoundChild = ChildDoc & {
  classes: ClassDoc[]
  schools: SchoolDoc[]
  pacts: PactDoc[]
  applications: ApplicationDoc[]
}

function findChild(childId: string, now: number): Promise<FoundChild[]> {
  return children.aggregate([
    { $match: { _id: childId } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    lookUpPact(now, { field: 'schoolId' }),
    { $lookup: { from: 'applications', localField: 'classId', foreignField: 'classId', as: 'applications' } },
    { $project: { trail: 0, contacts: 0, 'classes.roster': 0, 'classes.trail': 0, 'schools.trail': 0 } },
    { $limit: 1 },
  ])
}
