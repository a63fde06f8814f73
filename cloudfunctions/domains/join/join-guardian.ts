// Decides how a guardian gets a seat beside a child: by the child's invitation, by the roster, or by applying.
import { limits, type Input } from '@class-pact/core/contract'
import { askForSeat, askToTry, matchChild, normalizeName } from '@class-pact/core/family'
import { citeRule, seatLimit } from '@class-pact/core/pact'
import { placeOf } from './place'
import { seatGuardian } from './seat-guardian'
import { findCall, refuseReused } from '../../common/call/repeat'
import type { Checked, Handler, Visit } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import type { ApplicationDoc } from './documents'
import type { ChildDoc } from '../class'
import { keepConsent } from '../person'
import { noteAct } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { cardOfHeadTeacher, isOpen, readInvitationFacts, servesClass, type InvitationFacts } from './invitation-facts'
import { submitApplication } from './submit-application'

type Claim = Input<'join.guardian'>

export const joinGuardian: Handler<'join.guardian'> = async (claim, visit) => {
  const childName = claim.childName && normalizeName(claim.childName)
  const facts = await readInvitationFacts(claim.token, visit.openid, childName)
  if (!facts || !isOpen(facts, visit.now) || facts.invitation.purpose === 'staff') return refuse('INVITATION_INVALID')
  if (claim.isPupil) return refuse('PUPIL_REFUSED', { rule: 'M03', cite: citeRule(facts.pact, 'M03') })
  // Somebody who is being forgotten comes in when that is done.
  if (facts.person?.leaving !== undefined) return refuse('TRY_AGAIN')

  if (facts.applications.some(({ trail }) => findCall(trail, visit) === 'other')) return refuseReused()
  if (facts.invitation.purpose === 'child') {
    const [child] = facts.children
    return child ? takeSeatFor(child, claim, facts, visit) : refuse('INVITATION_INVALID')
  }
  if (!childName) return refuse('INPUT_INVALID', { field: 'childName' })
  const limit = seatLimit(facts.pact)
  const own = facts.children.filter((child) => askForSeat(child, visit.openid, limit) === 'seated')
  if (own.length === 1 && own[0]) return takeSeatFor(own[0], claim, facts, visit)
  const earlier = applicationFor(childName, facts, visit.openid)
  if (earlier?.state === 'pending') return apply(childName, claim, facts, visit)
  // Whether a name is right shows only to whoever may try it: the refusal is the same for every name.
  const answer = askToTry(listAttempts(facts), childName, visit.now)
  if (!answer.free) {
    const cite = citeRule(facts.pact, 'M02')
    return refuse('TOO_MANY', { rule: 'M02', cite, until: answer.until })
  }
  const child = matchChild(facts.children, { ...claim, childName })
  return child ? takeSeatFor(child, claim, facts, visit) : apply(childName, claim, facts, visit, answer.tried)
}

/** What this person has handed in at this class, decided or not, taken back or not. */
function listAttempts({ applications, class: { _id: classId } }: InvitationFacts) {
  return applications
    .filter((each) => each.classId === classId && each.purpose === undefined)
    .map(({ childName, attempts, createdAt }) => ({ childName, at: attempts ?? [createdAt] }))
}

async function takeSeatFor(child: ChildDoc, claim: Claim, facts: InvitationFacts, visit: Visit & Checked) {
  const { openid } = visit
  const isSeated = child.guardians.some((each) => each.openid === openid)
  // Whoever was asked to leave does not walk in again by an invitation (G05), and nobody who serves a class sits down in it
  // unseen: somebody else decides.
  if (!isSeated && (child.removed?.includes(openid) || servesClass(facts, openid))) {
    return apply(child.name, claim, facts, visit)
  }
  const inviter = child.guardians.find((each) => each.openid === facts.invitation.inviter.openid)
  const isFamilys = facts.invitation.purpose === 'child' && facts.class.headTeacher?.openid !== inviter?.openid
  const seated = await seatGuardian(
    {
      child,
      place: placeOf(facts.school, facts.class),
      pact: facts.pact,
      openid,
      known: facts.person !== undefined,
      relation: claim.relation,
      name: claim.guardianName && normalizeName(claim.guardianName),
      mutes: facts.mutes,
      ...(isFamilys && inviter && { warrant: { invitedBy: inviter } }),
    },
    visit.now,
    noteAct(visit, 'guardian', 'join.guardian'),
  )
  return seated.ok ? succeed({ outcome: 'seated' as const, identity: seated.data }) : seated
}

/** Whoever the roster does not know writes to the head teacher; nothing of the roster shows (M02). */
async function apply(childName: string, claim: Claim, facts: InvitationFacts, visit: Visit & Checked, tried = 1) {
  const { guardianName } = claim
  if (!guardianName) return refuse('INPUT_INVALID', { field: 'guardianName' })
  const { openid, now } = visit
  const [classId, className] = [facts.class._id, facts.class.name]
  const applicationId = applicationIdOf(openid, classId, childName)
  const applied = { outcome: 'applied' as const, applicationId, teacher: cardOfHeadTeacher(facts) }

  const earlier = applicationFor(childName, facts, openid)
  if (earlier?.state === 'pending' && earlier.guardianName === normalizeName(guardianName)) return succeed(applied)
  const drafted = {
    _id: applicationId,
    schoolId: facts.school._id,
    classId,
    className,
    openid,
    childName: childName.slice(0, limits.NAME_MAX),
    guardianName: normalizeName(guardianName),
    relation: claim.relation,
    phone: claim.phone,
    doubt: doubtOf(visit.check),
    createdAt: now,
    ...(tried > 1 && { tried }),
    ...(servesClass(facts, openid) && { to: 'leaders' as const }),
  }
  if (!facts.person) await keepConsent(openid, now)
  await submitApplication(drafted, earlier, noteAct(visit, 'guardian', 'application.submit'), visit)
  return succeed(applied)
}

function applicationIdOf(openid: string, classId: string, childName: string): string {
  return deriveId('application', openid, classId, childName)
}

function applicationFor(childName: string, facts: InvitationFacts, openid: string): ApplicationDoc | undefined {
  const applicationId = applicationIdOf(openid, facts.class._id, childName)
  return facts.applications.find(({ _id }) => _id === applicationId)
}
