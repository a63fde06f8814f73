// Decides what an invitation shows: school, class, inviter, and no more of a child than its own family would know.
import type { Pact } from '@class-pact/core/contract'
import { maskName, seatsLeft } from '@class-pact/core/family'
import { seatLimit } from '@class-pact/core/pact'
import { findPerson } from '../person'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { describeOffice, readOfficeFacts } from './join-office'
import { isOpen, readInvitationFacts } from './invitation-facts'

/** Rules that people should know before they come in, most important first. */
const DOOR_RULES = ['C28', 'C22', 'C18', 'T01', 'T03', 'T04', 'T06', 'T05', 'C29', 'L01', 'C10', 'C13', 'M10', 'C04']
/** Lines of the pact at the door (screens.md 3.1). */
const DOOR_LINES = 5

function linesOf({ rules }: Pact) {
  return DOOR_RULES.flatMap((rule) => {
    const params = rules[rule]
    return params ? [{ rule, params }] : []
  }).slice(0, DOOR_LINES)
}

export const readInvitation: Handler<'invitation.read'> = async ({ token }, visit) => {
  const { openid, now } = visit
  const [facts, person] = await Promise.all([readInvitationFacts(token, openid), findPerson(openid)])
  const { purpose } = facts?.invitation ?? {}
  if (!facts) {
    const office = await readOfficeFacts(token, visit)
    const view = office && describeOffice(office, person, visit)
    return view ? succeed({ ...view, pactLines: linesOf(office.pact) }) : refuse('INVITATION_INVALID')
  }
  if (purpose !== 'class' && purpose !== 'child' && purpose !== 'staff') return refuse('INVITATION_INVALID')
  // Whoever has answered an invitation of staff looks again whether they are in.
  if (!isOpen(facts, now) && facts.answer?.openid !== openid) return refuse('INVITATION_INVALID')
  const { invitation, school, pact } = facts
  const child = purpose === 'child' ? facts.children[0] : undefined
  if (purpose === 'child' && !child) return refuse('INVITATION_INVALID')
  const joined = person?.identities.find(({ role, childId, classId }) =>
    purpose === 'staff'
      ? role === invitation.role && classId === invitation.classId
      : role === 'guardian' && (child ? childId === child._id : classId === invitation.classId),
  )
  return succeed({
    purpose,
    schoolName: school.name,
    className: facts.class.name,
    inviter: invitation.inviter.card,
    childMasked: child && maskName(child.name),
    seatsLeft: child && seatsLeft(child, seatLimit(pact)),
    role: invitation.role,
    ...(facts.class.headTeacher && invitation.before && { takesOverFrom: invitation.before.card }),
    expiresAt: invitation.expiresAt,
    pactLines: linesOf(pact),
    pactVersion: pact.version,
    consented: person !== undefined,
    joined,
    ...(facts.answer && { applicationId: facts.answer._id }),
  })
}
