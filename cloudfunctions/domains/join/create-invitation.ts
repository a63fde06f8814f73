// Decides who may ask whom in: families and staff by head teacher and leaders, a co-guardian by a guardian.
import { beijingDay } from '@class-pact/core/calendar'
import { isAway } from '@class-pact/core/child'
import { limits, type Identity, type ParsedInput } from '@class-pact/core/contract'
import { composeStaffCard, seatsLeft } from '@class-pact/core/family'
import { seatLimit } from '@class-pact/core/pact'
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { createToken, deriveId } from '../../common/ids'
import { noteAct, startTrail } from '../../common/store/trail'
import { classes, type ChildDoc, type ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import type { InvitationDoc } from './documents'
import { invitations, lookUpOpened, mayInviteFrom } from './invitations'
import { answerEarlier, presentInvitation } from './answer-earlier'
import { findInvitingSchool, inviteToOffice, type FoundSchool } from './invite-to-office'
import { fullSeats } from './place'

const DAY_MS = 86_400_000

type Wanted = ParsedInput<'invitation.create'>
type Row = ClassDoc & { schools: SchoolDoc[]; pacts: PactDoc[]; children: ChildDoc[]; opened: InvitationDoc[] }
/** An office of the school: no class, no child. */
export interface InvitingOffice {
  office: FoundSchool
}
export interface InvitingIn {
  class: ClassDoc
  school: SchoolDoc
  pact: PactDoc
  /** Whose family is asked in, if one child's. */
  child?: ChildDoc
  /** What the caller has open in this class. */
  opened: InvitationDoc[]
}

export type Inviting = InvitingIn | InvitingOffice

export const createInvitation: Handler<'invitation.create', Inviting> = async (wanted, session) => {
  const { identity, found } = session
  if ('office' in found)
    return wanted.purpose === 'office' ? inviteToOffice(wanted, found.office, session) : refuse('FORBIDDEN')
  const { class: inviting, school, pact, child } = found
  const until = mayInviteFrom(found.opened, identity.role === 'guardian' ? 'guardian' : 'staff')
  if (until !== undefined) return answerEarlier(session, refuse('TOO_MANY', { until }))

  if (child && seatsLeft(child, seatLimit(pact)) === 0) return refuse('SEATS_FULL', fullSeats(pact, child))

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
    ...(child && { childId: child._id, childName: child.name }),
    ...(wanted.purpose === 'staff' && { role: wanted.role }),
    ...(wanted.purpose === 'staff' && wanted.role === 'head_teacher' && predecessorIn(inviting, school)),
    ...startTrail(noteAct(session, identity.role, 'invitation.create', { purpose: wanted.purpose })),
  }
  if (await invitations.insert(drafted)) return succeed(presentInvitation(drafted))
  return answerEarlier(session, refuse('TRY_AGAIN'))
}

/** The class with all that an invitation into it needs, in one call. */
export async function findInviting(wanted: Wanted, session: Session): Promise<Whose<Inviting> | undefined> {
  if (wanted.purpose === 'office') {
    const office = await findInvitingSchool(wanted.schoolId, session)
    const { schoolId } = wanted
    return office && { found: { office }, place: { schoolId }, may: ({ role }) => role === 'principal' }
  }
  return findInvitingClass(wanted, session)
}

async function findInvitingClass(
  wanted: Exclude<Wanted, { purpose: 'office' }>,
  { openid, now }: Session,
): Promise<Whose<InvitingIn> | undefined> {
  const { classId } = wanted
  const childId = wanted.purpose === 'child' ? wanted.childId : undefined
  const [row] = await classes.aggregate<Row>([
    { $match: { _id: classId } },
    { $addFields: { childId: { $literal: childId ?? '' } } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $lookup: { from: 'children', localField: 'childId', foreignField: '_id', as: 'children' } },
    lookUpPact(now, { field: 'schoolId' }),
    lookUpOpened(openid, '_id', now),
    { $project: { roster: 0, trail: 0 } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { schools, pacts, children, opened, ...itsClass } = row
  const [[school], [pact], [child]] = [schools, pacts, children]
  if (!school || !pact || itsClass.archived || (childId !== undefined && child?.classId !== classId)) return undefined
  if (isAway(child?.away, beijingDay(now))) return undefined
  const { schoolId } = itsClass
  return {
    found: { class: itsClass, school, pact, opened, ...(child && { child }) },
    place: { schoolId, classId, childId },
    may: mayAskIn(wanted),
  }
}

/** A head teacher asks in families, teachers and the own successor (M04), leaders the same; a guardian for the own child. */
function mayAskIn(wanted: Wanted): (identity: Identity) => boolean {
  if (wanted.purpose === 'child') return () => true
  return ({ role }) => role !== 'guardian'
}

/** While there is a head teacher, whoever is asked in takes over from that one (M04). */
function predecessorIn(
  { headTeacher }: Pick<ClassDoc, 'headTeacher'>,
  { kind }: Pick<SchoolDoc, 'kind'>,
): Pick<InvitationDoc, 'before'> {
  if (!headTeacher) return {}
  const { openid, since } = headTeacher
  return { before: { openid, since, card: composeStaffCard(headTeacher, 'head_teacher', kind) } }
}
