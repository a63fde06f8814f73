// Decides how a guardian gets a seat beside a child: by the child's own invitation, by matching the roster, or by applying.
import { limits, type Input } from '@class-pact/core/contract'
import { askForSeat, matchChild, normalizeName } from '@class-pact/core/family'
import { seatLimit } from '@class-pact/core/pact'
import type { Checked, Handler, Visit } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import type { ChildDoc } from '../../common/store/documents'
import { noteAct } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { cardOfHeadTeacher, isOpen, lookBehind, placeOf, type Door } from './door'
import { APPLICATIONS_MAX } from './limits'
import { seatGuardian } from './seat-guardian'
import { submitApplication } from './submit-application'

type Claim = Input<'join.guardian'>

export const joinGuardian: Handler<'join.guardian'> = async (claim, visit) => {
  const childName = claim.childName && normalizeName(claim.childName)
  const door = await lookBehind(claim.token, visit.openid, childName)
  if (!door || !isOpen(door.invitation, visit.now) || door.invitation.purpose === 'staff') {
    return refuse('INVITATION_INVALID')
  }
  if (claim.isPupil)
    return refuse('PUPIL_REFUSED', { rule: 'M03', cite: { rule: 'M03', pactVersion: door.pact.version } })

  if (door.invitation.purpose === 'child') {
    const [child] = door.children
    return child ? takeSeatFor(child, claim, door, visit) : refuse('INVITATION_INVALID')
  }
  if (!childName) return refuse('INPUT_INVALID', { field: 'childName' })
  const limit = seatLimit(door.pact)
  const own = door.children.filter((child) => askForSeat(child, visit.openid, limit) === 'seated')
  if (own.length === 1 && own[0]) return takeSeatFor(own[0], claim, door, visit)
  const waiting = door.applications.filter(({ state }) => state === 'pending')
  const isWaiting = waiting.some((each) => each.classId === door.class._id && each.childName === childName)
  // Names are not tried out: one guess a child until the teacher has answered, and only so many children.
  if (!isWaiting && waiting.length >= APPLICATIONS_MAX) {
    return refuse('NOT_ON_ROSTER', { rule: 'M02', cite: { rule: 'M02', pactVersion: door.pact.version } })
  }
  const child = isWaiting ? undefined : matchChild(door.children, { ...claim, childName })
  return child ? takeSeatFor(child, claim, door, visit) : apply(childName, claim, door, visit)
}

async function takeSeatFor(child: ChildDoc, claim: Claim, door: Door, visit: Visit & Checked) {
  // Whoever was asked to leave does not walk in again by an invitation: the head teacher decides (G05).
  if (child.removed?.includes(visit.openid)) return apply(child.name, claim, door, visit)
  const seated = await seatGuardian(
    {
      child,
      place: placeOf(door),
      pact: door.pact,
      openid: visit.openid,
      known: door.person !== undefined,
      relation: claim.relation,
      name: claim.guardianName && normalizeName(claim.guardianName),
      mutes: door.mutes,
    },
    visit,
    noteAct(visit, 'guardian', 'join.guardian'),
  )
  return seated.ok ? succeed({ outcome: 'seated' as const, identity: seated.data }) : seated
}

/** Whoever the roster does not know writes to the head teacher; nothing of the roster shows (M02). */
async function apply(childName: string, claim: Claim, door: Door, visit: Visit & Checked) {
  const { guardianName } = claim
  if (!guardianName) return refuse('INPUT_INVALID', { field: 'guardianName' })
  const { openid, now } = visit
  const [classId, className] = [door.class._id, door.class.name]
  const applicationId = deriveId('application', openid, classId, childName)
  const applied = { outcome: 'applied' as const, applicationId, teacher: cardOfHeadTeacher(door) }

  const earlier = door.applications.find((each) => each._id === applicationId)
  if (earlier?.state === 'pending' && earlier.guardianName === normalizeName(guardianName)) return succeed(applied)
  const drafted = {
    _id: applicationId,
    schoolId: door.school._id,
    classId,
    className,
    openid,
    childName: childName.slice(0, limits.NAME_MAX),
    guardianName: normalizeName(guardianName),
    relation: claim.relation,
    phone: claim.phone,
    doubt: doubtOf(visit.check),
    createdAt: now,
  }
  await submitApplication(drafted, earlier, noteAct(visit, 'guardian', 'application.submit'))
  return succeed(applied)
}
