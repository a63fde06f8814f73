// Decides how somebody answers an invitation into an office: once; then a principal says that it is them (M17).
import type { InvitationView } from '@class-pact/core/contract'
import { normalizeName } from '@class-pact/core/family'
import { findCall, refuseReused } from '../../common/call/repeat'
import type { Checked, Visit } from '../../common/call/handlers'
import type { Person, PersonDoc } from '../../common/call/person'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, startTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { lookUpPact, type PactDoc } from '../pact'
import { findPerson, keepConsent } from '../person'
import type { SchoolDoc } from '../school'
import { answerIdOf } from './answer-id'
import { applications } from './applications'
import type { ApplicationDoc, InvitationDoc, Offered } from './documents'
import { invitations } from './invitations'

/** An invitation into an office, with all that it leads to. */
export interface OfficeFacts {
  invitation: InvitationDoc & { offered: Offered }
  school: SchoolDoc
  pact: PactDoc
  person?: PersonDoc
  /** The one application it was answered with, by whomever. */
  answer?: ApplicationDoc
}

type Row = InvitationDoc & { people: PersonDoc[]; schools: SchoolDoc[]; pacts: PactDoc[]; answers: ApplicationDoc[] }

/** One call. Undefined: no such invitation, or it is not into an office. */
export async function readOfficeFacts(token: string, { openid, now }: Visit): Promise<OfficeFacts | undefined> {
  const [row] = await invitations.aggregate<Row>([
    { $match: { _id: token, purpose: 'office' } },
    { $addFields: { visitor: { $literal: openid }, answerId: { $literal: answerIdOf(token) } } },
    { $lookup: { from: 'people', localField: 'visitor', foreignField: '_id', as: 'people' } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $lookup: { from: 'applications', localField: 'answerId', foreignField: '_id', as: 'answers' } },
    lookUpPact(now, { field: 'schoolId' }),
    { $project: { 'schools.trail': 0 } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { people, schools, pacts, answers, offered, ...invitation } = row
  const [[school], [pact]] = [schools, pacts]
  if (!school || !pact || !offered) return undefined
  return { invitation: { ...invitation, offered }, school, pact, person: people[0], answer: answers[0] }
}

/** Not expired, not answered, and whoever made it has been a principal ever since. */
function isOpen({ invitation, school, answer }: OfficeFacts, now: number): boolean {
  const { inviter, createdAt, expiresAt } = invitation
  const isBacked = school.principals.some(({ openid, since = 0 }) => openid === inviter.openid && since <= createdAt)
  return expiresAt > now && !answer && isBacked
}

/** The post that was offered, if they hold it. */
function heldBy(person: Person | undefined, { invitation: { offered, schoolId } }: OfficeFacts) {
  const { office, grade } = offered
  return person?.identities.find((identity) =>
    identity.schoolId !== schoolId
      ? false
      : office === 'principal' || office === 'office'
        ? identity.role === office
        : identity.office === office && identity.grade === grade,
  )
}

export async function joinOffice(input: { token: string; name: string }, facts: OfficeFacts, visit: Visit & Checked) {
  const { openid, now } = visit
  const { answer, invitation } = facts
  const waiting = {
    outcome: 'applied' as const,
    applicationId: answerIdOf(invitation._id),
    inviter: invitation.inviter.card,
  }
  if (answer?.openid === openid) {
    if (findCall(answer.trail, visit) === 'other') return refuseReused()
    const held = answer.state === 'approved' ? heldBy(await findPerson(openid), facts) : undefined
    if (held) return succeed({ outcome: 'seated' as const, identity: held })
    if (answer.state === 'pending') return succeed(waiting)
  }
  if (!isOpen(facts, now)) return refuse('INVITATION_INVALID')
  if (facts.person?.leaving !== undefined) return refuse('TRY_AGAIN')
  if (!facts.person) await keepConsent(openid, now)
  const drafted: ApplicationDoc = {
    _id: waiting.applicationId,
    schoolId: facts.school._id,
    // A place in the school, in no class and beside no child.
    ...{ classId: '', className: '', childName: '', relation: 'other' },
    openid,
    purpose: 'staff',
    offered: invitation.offered,
    to: 'leaders',
    guardianName: normalizeName(input.name),
    doubt: doubtOf(visit.check),
    state: 'pending',
    createdAt: now,
    ...startTrail(noteAct(visit, 'officer', 'join.staff')),
  }
  return (await applications.insert(drafted)) ? succeed(waiting) : refuse('TRY_AGAIN')
}

/** What it shows to whoever holds it; undefined: it leads nowhere for them. */
export function describeOffice(
  facts: OfficeFacts,
  person: Person | undefined,
  { openid, now }: Visit,
): Omit<InvitationView, 'pactLines'> | undefined {
  const { invitation, school, pact, answer } = facts
  if (!isOpen(facts, now) && answer?.openid !== openid) return undefined
  const { office, grade, until, takesOver } = invitation.offered
  return {
    purpose: 'office',
    schoolName: school.name,
    className: '',
    inviter: invitation.inviter.card,
    ...{ office, grade, until, ...(takesOver && { takesOver: true as const }) },
    expiresAt: invitation.expiresAt,
    pactVersion: pact.version,
    consented: person !== undefined,
    joined: heldBy(person, facts),
    ...(answer && { applicationId: answer._id }),
  }
}
