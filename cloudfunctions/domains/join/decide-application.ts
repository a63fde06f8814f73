// Decides how an application is decided: once and for all; then it admits, now or later by the scheduler.
import type { Identity, Role } from '@class-pact/core/contract'
import { NAMES_TOLD } from '@class-pact/core/family'
import { readAdmission, takeDecisionBack } from './admit'
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { applications } from './applications'
import type { ApplicationDoc } from './documents'
import { dutyAfter } from '../../common/store/settle'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords, type KeptWords } from '../../common/wechat/check-words'
import { presentApplication } from './read-applications'

/** The head teacher of the class, or the school's leaders where it is theirs; a hand-over is both's, an office a principal's. */
export async function findApplication({
  applicationId,
}: {
  applicationId: string
}): Promise<Whose<ApplicationDoc> | undefined> {
  const found = await applications.find(applicationId)
  return found && { found, place: placeOf(found), may: (identity) => mayDecide(found, identity) }
}

/** An office is in no class. */
const placeOf = ({ schoolId, classId }: ApplicationDoc) => ({ schoolId, ...(classId && { classId }) })

function mayDecide({ to, before, offered }: ApplicationDoc, identity: Identity): boolean {
  if (offered) return identity.role === 'principal'
  return (before !== undefined && isLeader(identity)) || isLeader(identity) === (to === 'leaders')
}

export const decideApplication: Handler<'application.decide', ApplicationDoc> = async (decision, session) => {
  const { found: application, identity: decider } = session
  if (application.openid === session.openid) return refuse('APPLICANT_CANNOT_APPROVE', { rule: 'M02' })
  const been = findCall(application.trail, session)
  if (been === 'other') return refuseReused()
  if (!isOpenTo(application, decision.approve)) return repeatOrRefuse(application, decider.role, session)
  const words = keepWords(decision.words, session.check)
  if (!decision.approve) return reject(application, words, decider.role, session)

  const approvedFor = application.purpose === 'staff' ? undefined : (application.childId ?? decision.childId)
  if (application.purpose !== 'staff' && !approvedFor) return refuse('INPUT_INVALID', { field: 'childId' })
  if (waitsForHolder(application, decider) && !decision.holderGone) {
    return refuse('HANDOVER_WAITS', { rule: 'M04', facts: { what: application.before?.card ?? '' } })
  }
  return approve({ ...application, approvedFor }, words, decider.role, session)
}

/** What waits; names that were tried out and taken back can still be put aside. */
function isOpenTo({ state, tried = 1 }: ApplicationDoc, approve: boolean): boolean {
  return state === 'pending' || (state === 'withdrawn' && tried >= NAMES_TOLD && !approve)
}

/** A leader confirms a hand-over only in the stead of a head teacher who is gone (M04). */
function waitsForHolder({ before }: ApplicationDoc, decider: Identity): boolean {
  return before !== undefined && isLeader(decider)
}

async function approve(application: ApplicationDoc, words: KeptWords, role: Role, session: Session) {
  const { requestId, now } = session
  const admission = await readAdmission(application, requestId, now)
  if (!admission) return refuse('FORBIDDEN')
  if (admission.obstacle) return admission.obstacle
  const { approvedFor } = application
  const settled = {
    ...{ state: 'approved' as const, decidedAt: now, decision: requestId, ...words },
    ...(approvedFor !== undefined && { approvedFor }),
  }
  const changed = await applications.update(
    { _id: application._id, state: 'pending' },
    withTrail(
      { $set: { ...settled, duty: dutyAfter('admit', now) } },
      noteAct(session, role, 'application.decide', {
        approve: true,
        ...(application.before && isLeader({ role }) && { holderGone: true }),
      }),
    ),
  )
  if (!changed) return refuse('APPLICATION_DECIDED')
  const decided = { ...application, ...settled }
  const refused = await admission.carryOut(noteAct(session, role, 'application.approve'))
  if (!refused) return succeed(presentApplication(decided))
  await takeDecisionBack(decided)
  return refused
}

async function reject(application: ApplicationDoc, words: KeptWords, role: Role, session: Session) {
  const { requestId: decision, now: decidedAt } = session
  const settled = { state: 'rejected' as const, decidedAt, decision, ...words }
  const changed = await applications.update(
    { _id: application._id, state: application.state },
    withTrail({ $set: settled }, noteAct(session, role, 'application.decide', { approve: false })),
  )
  return changed ? succeed(presentApplication({ ...application, ...settled })) : refuse('APPLICATION_DECIDED')
}

/** A call that broke after its decision is answered by it; what it admits is brought about by the scheduler meanwhile. */
async function repeatOrRefuse(application: ApplicationDoc, role: Role, session: Session) {
  if (findCall(application.trail, session) !== 'repeat') return refuse('APPLICATION_DECIDED')
  if (application.state === 'approved' && application.duty) {
    const admission = await readAdmission(application, session.requestId, session.now)
    const refused = await admission?.carryOut(noteAct(session, role, 'application.approve'))
    if (refused) return refused
  }
  return succeed(presentApplication(application))
}
