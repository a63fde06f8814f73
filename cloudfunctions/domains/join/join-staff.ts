// Decides how a teacher asks for a place in a class: each invitation is answered once, then confirmed (M04, M13).
import { citeRule } from '@class-pact/core/pact'
import { describeTeacher, needsSubject, normalizeName } from '@class-pact/core/family'
import { placeOf } from './place'
import type { Checked, Handler, Visit } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { applications } from './applications'
import type { ApplicationDoc } from './documents'
import { keepConsent } from '../person'
import { noteAct, startTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { answerIdOf } from './answer-id'
import { isOpen, readInvitationFacts, type InvitationFacts } from './invitation-facts'
import { joinOffice, readOfficeFacts } from './join-office'

type ClassRole = 'head_teacher' | 'teacher'

export const joinStaff: Handler<'join.staff'> = async (input, visit) => {
  const { openid, now } = visit
  const facts = await readInvitationFacts(input.token, openid)
  const role = facts?.invitation.role
  if (!facts) {
    const office = await readOfficeFacts(input.token, visit)
    return office ? joinOffice(input, office, visit) : refuse('INVITATION_INVALID')
  }
  if (facts.invitation.purpose !== 'staff' || !role) return refuse('INVITATION_INVALID')
  // An answer that was given is a key to a place still held, never to one that was lost.
  const held = findPlace(role, facts, openid)
  if (held)
    return succeed({ outcome: 'seated', identity: describeTeacher(placeOf(facts.school, facts.class), role, held) })
  if (facts.answer && findCall(facts.answer.trail, visit) === 'other') return refuseReused()
  if (facts.answer?.openid === openid && facts.answer.state === 'pending') return succeed(waiting(facts))
  if (!isOpen(facts, now)) return refuse('INVITATION_INVALID')
  if (facts.person?.leaving !== undefined) return refuse('TRY_AGAIN')

  const { name, subject } = { name: normalizeName(input.name), subject: input.subject?.trim() }
  const cite = citeRule(facts.pact, 'M07')
  if (needsSubject(role) && !subject) return refuse('SUBJECT_NEEDED', { rule: 'M07', cite, wayOut: ['fill_subject'] })
  if (role === 'head_teacher' && isTaken(facts)) {
    return refuse('CLASS_TAKEN', { rule: 'M04', cite: citeRule(facts.pact, 'M04') })
  }
  if (!facts.person) await keepConsent(openid, now)
  const answered = await applications.insert(draftAnswer(role, { name, subject }, facts, visit))
  return answered ? succeed(waiting(facts)) : refuse('TRY_AGAIN')
}

/** By another than the one who hands over (M04). */
function isTaken({ class: { headTeacher }, invitation: { before } }: InvitationFacts): boolean {
  if (!headTeacher) return false
  return headTeacher.openid !== before?.openid || headTeacher.since !== before.since
}

function findPlace(role: ClassRole, { class: { headTeacher, teachers } }: InvitationFacts, openid: string) {
  return (role === 'head_teacher' ? [headTeacher] : teachers).find((place) => place?.openid === openid)
}

function waiting({ invitation }: InvitationFacts) {
  return {
    outcome: 'applied' as const,
    applicationId: answerIdOf(invitation._id),
    inviter: invitation.inviter.card,
  }
}

function draftAnswer(
  role: ClassRole,
  { name, subject }: { name: string; subject?: string },
  { invitation, school, class: itsClass }: InvitationFacts,
  visit: Visit & Checked,
): ApplicationDoc {
  const isLeaders = itsClass.headTeacher?.openid !== invitation.inviter.openid
  const before = role === 'head_teacher' && itsClass.headTeacher ? invitation.before : undefined
  return {
    _id: answerIdOf(invitation._id),
    schoolId: school._id,
    classId: itsClass._id,
    className: itsClass.name,
    openid: visit.openid,
    purpose: 'staff',
    role,
    ...(subject && { subject }),
    // A hand-over is the present head teacher's to confirm, whoever asked in (M04).
    ...(before ? { before } : isLeaders && { to: 'leaders' }),
    guardianName: name,
    doubt: doubtOf(visit.check),
    // A place among the staff is beside no child.
    ...{ childName: '', relation: 'other' },
    state: 'pending',
    createdAt: visit.now,
    ...startTrail(noteAct(visit, role, 'join.staff')),
  }
}
