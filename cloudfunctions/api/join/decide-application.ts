// Decides what an approval does: the seat first, then the application, so that "approved" means that it is done.
import type { Handler, Session } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { readClock } from '../../common/clock'
import { applications } from '../../common/store/applications'
import { lookUpMutes, type MutingCase } from '../../common/store/cases'
import { children, grantSeat } from '../../common/store/children'
import type { ApplicationDoc, ChildDoc, PactDoc, SchoolDoc } from '../../common/store/documents'
import { lookUpPact } from '../../common/store/pacts'
import { people } from '../../common/store/people'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords, type KeptWords } from '../../common/wechat/check-words'
import { presentApplication } from './read-applications'
import { seatGuardian } from './seat-guardian'

export const decideApplication: Handler<'application.decide'> = async (decision, session) => {
  const application = await applications.find(decision.applicationId)
  const headTeacher = session.person.identities.find(
    (each) => each.role === 'head_teacher' && each.classId === application?.classId,
  )
  if (!application || !headTeacher) return refuse('FORBIDDEN')
  if (application.state !== 'pending') {
    const repeated = application.decision === session.requestId
    return repeated ? succeed(presentApplication(application)) : refuse('APPLICATION_DECIDED')
  }
  if (decision.approve) {
    const childId = application.childId ?? decision.childId
    if (!childId) return refuse('INPUT_INVALID', { field: 'childId' })
    const seated = await seatApplicant(application, childId, session)
    if (!seated.ok) return seated
  }
  return settle(application, decision.approve, keepWords(decision.words, session.check), session)
}

async function seatApplicant(application: ApplicationDoc, childId: string, session: Session) {
  const { schoolId, classId, className, openid } = application
  const [[found], person] = await Promise.all([findChild(childId, openid), people.find(openid, { _id: 1 })])
  const [school, pact] = [found?.schools[0], found?.pacts[0]]
  if (!found || !school || !pact || found.classId !== classId) return refuse('FORBIDDEN')
  const act = noteAct(session, 'head_teacher', 'application.approve')
  const child = application.purpose === 'third_seat' ? await grantSeat(found, act) : found
  return seatGuardian(
    {
      child,
      place: { schoolId, schoolName: school.name, schoolKind: school.kind, classId, className },
      pact,
      openid,
      known: person !== undefined,
      relation: application.relation,
      name: application.guardianName,
      mutes: found.mutes,
    },
    session,
    act,
  )
}

type FoundChild = ChildDoc & { schools: SchoolDoc[]; pacts: PactDoc[]; mutes: MutingCase[] }

function findChild(childId: string, openid: string): Promise<FoundChild[]> {
  return children.aggregate([
    { $match: { _id: childId } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    lookUpPact(readClock(), { field: 'schoolId' }),
    lookUpMutes(openid, 'classId', readClock()),
    { $project: { trail: 0, contacts: 0, 'schools.trail': 0 } },
    { $limit: 1 },
  ])
}

async function settle(application: ApplicationDoc, approve: boolean, words: KeptWords, session: Session) {
  const settled = {
    state: approve ? ('approved' as const) : ('rejected' as const),
    decidedAt: session.now,
    decision: session.requestId,
    ...words,
  }
  const act = noteAct(session, 'head_teacher', 'application.decide', { approve })
  const changed = await applications.update(
    { _id: application._id, state: 'pending' },
    withTrail({ $set: settled }, act),
  )
  return changed ? succeed(presentApplication({ ...application, ...settled })) : refuse('APPLICATION_DECIDED')
}
