// Decides who may ask whom in: families and staff of a class by its head teacher and leaders, a co-guardian by a guardian.
import { limits, type Identity, type Input, type Invitation } from '@class-pact/core/contract'
import { seatsLeft } from '@class-pact/core/family'
import { seatLimit } from '@class-pact/core/pact'
import { fullSeats } from './place'
import type { Handler, Session } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { createToken, deriveId } from '../../common/ids'
import { guardianOf, staffOf } from '../../common/call/session'
import { classes } from '../class'
import type { ChildDoc, ClassDoc } from '../class'
import type { InvitationDoc } from './documents'
import type { PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { invitations, lookUpOpened, mayInviteFrom } from './invitations'
import { lookUpPact } from '../pact'
import { noteAct, startTrail } from '../../common/store/trail'

const DAY_MS = 86_400_000

type Wanted = Input<'invitation.create'>
type Inviting = ClassDoc & { schools: SchoolDoc[]; pacts: PactDoc[]; children: ChildDoc[]; opened: InvitationDoc[] }

export const createInvitation: Handler<'invitation.create'> = async (wanted, session) => {
  const inviting = await findClass(wanted, session)
  const [school, pact] = [inviting?.schools[0], inviting?.pacts[0]]
  if (!inviting || !school || !pact) return refuse('FORBIDDEN')
  const identity = inviterOf(wanted, inviting, session)
  if (!identity) return refuse('FORBIDDEN')

  const until = mayInviteFrom(inviting.opened, identity.role === 'guardian' ? 'guardian' : 'staff')
  if (until !== undefined) return answerEarlier(session, refuse('TOO_MANY', { until }))

  const child = inviting.children[0]
  if (wanted.purpose === 'child') {
    if (!child || child.classId !== inviting._id) return refuse('FORBIDDEN')
    if (seatsLeft(child, seatLimit(pact)) === 0) return refuse('SEATS_FULL', fullSeats(pact, child))
  }
  if (wanted.purpose === 'staff' && wanted.role === 'head_teacher' && inviting.headTeacher) {
    return refuse('CLASS_TAKEN', { rule: 'M04', cite: { rule: 'M04', pactVersion: pact.version } })
  }

  const { openid, requestId, now } = session
  const drafted: InvitationDoc = {
    _id: createToken(),
    origin: deriveId(openid, requestId),
    purpose: wanted.purpose,
    schoolId: school._id,
    schoolName: school.name,
    schoolKind: school.kind,
    pactVersion: pact.version,
    classId: inviting._id,
    className: inviting.name,
    inviter: { openid, card: identity.card },
    expiresAt: now + limits.INVITATION_DAYS * DAY_MS,
    createdAt: now,
    callDigest: session.digest,
    ...(wanted.purpose === 'child' && child && { childId: child._id, childName: child.name }),
    ...(wanted.purpose === 'staff' && { role: wanted.role }),
    ...startTrail(noteAct(session, identity.role, 'invitation.create', { purpose: wanted.purpose })),
  }
  if (await invitations.insert(drafted)) return succeed(present(drafted))
  return answerEarlier(session, refuse('TRY_AGAIN'))
}

/** The invitation that this very call has made before. */
async function answerEarlier(session: Session, otherwise: Refusal) {
  const [earlier] = await invitations.list({ origin: deriveId(session.openid, session.requestId) }, { limit: 1 })
  if (!earlier) return otherwise
  return findFounding(earlier, session) === 'other' ? refuseReused() : succeed(present(earlier))
}

async function findClass(wanted: Wanted, { openid, now }: Session): Promise<Inviting | undefined> {
  const [found] = await classes.aggregate<Inviting>([
    { $match: { _id: wanted.classId } },
    { $addFields: { childId: { $literal: wanted.purpose === 'child' ? wanted.childId : '' } } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $lookup: { from: 'children', localField: 'childId', foreignField: '_id', as: 'children' } },
    lookUpPact(now, { field: 'schoolId' }),
    lookUpOpened(openid, '_id', now),
    { $project: { roster: 0, trail: 0 } },
    { $limit: 1 },
  ])
  return found
}

/** A head teacher asks in families and teachers, only the school's leaders ask in a head teacher (M04). */
function inviterOf(wanted: Wanted, inviting: ClassDoc, { person }: Session): Identity | undefined {
  const place = { classId: inviting._id, schoolId: inviting.schoolId }
  if (wanted.purpose === 'staff' && wanted.role === 'head_teacher')
    return staffOf(person, place, ['office', 'principal'])
  const staff = staffOf(person, place, ['head_teacher', 'office', 'principal'])
  if (staff || wanted.purpose !== 'child') return staff
  return guardianOf(person, wanted.childId)
}

function present({ _id: token, expiresAt }: InvitationDoc): Invitation {
  return { token, path: `packages/join/invite/invite?token=${token}`, expiresAt }
}
