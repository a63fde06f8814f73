// Decides how a teacher asks for a place in a class: one invitation, one answer, and whoever invited says by name that it is them (M04, M13).
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
import { answerIdOf, isOpen, lookBehind, type Door } from './door'

type ClassRole = 'head_teacher' | 'teacher'

export const joinStaff: Handler<'join.staff'> = async (input, visit) => {
  const { openid, now } = visit
  const door = await lookBehind(input.token, openid)
  const role = door?.invitation.role
  if (!door || door.invitation.purpose !== 'staff' || !role) return refuse('INVITATION_INVALID')
  // An answer that was given is a key to a place still held, never to one that was lost.
  const held = findPlace(role, door, openid)
  if (held)
    return succeed({ outcome: 'seated', identity: describeTeacher(placeOf(door.school, door.class), role, held) })
  if (door.answer && findCall(door.answer.trail, visit) === 'other') return refuseReused()
  if (door.answer?.openid === openid && door.answer.state === 'pending') return succeed(waiting(door))
  if (!isOpen(door, now)) return refuse('INVITATION_INVALID')
  if (door.person?.leaving !== undefined) return refuse('TRY_AGAIN')

  const { name, subject } = { name: normalizeName(input.name), subject: input.subject?.trim() }
  const cite = { rule: 'M07', pactVersion: door.pact.version }
  if (needsSubject(role) && !subject) return refuse('SUBJECT_NEEDED', { rule: 'M07', cite, wayOut: ['fill_subject'] })
  if (role === 'head_teacher' && door.class.headTeacher) {
    return refuse('CLASS_TAKEN', { rule: 'M04', cite: { ...cite, rule: 'M04' } })
  }
  if (!door.person) await keepConsent(openid, now)
  const answered = await applications.insert(draftAnswer(role, { name, subject }, door, visit))
  return answered ? succeed(waiting(door)) : refuse('TRY_AGAIN')
}

function findPlace(role: ClassRole, { class: { headTeacher, teachers } }: Door, openid: string) {
  return (role === 'head_teacher' ? [headTeacher] : teachers).find((place) => place?.openid === openid)
}

function waiting({ invitation }: Door) {
  return {
    outcome: 'applied' as const,
    applicationId: answerIdOf(invitation._id),
    inviter: invitation.inviter.card,
  }
}

function draftAnswer(
  role: ClassRole,
  { name, subject }: { name: string; subject?: string },
  { invitation, school, class: itsClass }: Door,
  visit: Visit & Checked,
): ApplicationDoc {
  const isLeaders = itsClass.headTeacher?.openid !== invitation.inviter.openid
  return {
    _id: answerIdOf(invitation._id),
    schoolId: school._id,
    classId: itsClass._id,
    className: itsClass.name,
    openid: visit.openid,
    purpose: 'staff',
    role,
    ...(subject && { subject }),
    ...(isLeaders && { to: 'leaders' }),
    guardianName: name,
    doubt: doubtOf(visit.check),
    // A place among the staff is beside no child.
    ...{ childName: '', relation: 'other' },
    state: 'pending',
    createdAt: visit.now,
    ...startTrail(noteAct(visit, role, 'join.staff')),
  }
}
