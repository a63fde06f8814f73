// Decides how a teacher takes a place in a class: the card first, then the place, one head teacher a class.
import type { Identity, Role } from '@class-pact/core/contract'
import { describeTeacher, needsSubject, normalizeName } from '@class-pact/core/family'
import type { Handler, Visit } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { classes, joinTeachers, takeHeadship } from '../../common/store/classes'
import { useStaffInvitation } from '../../common/store/invitations'
import { grantIdentity } from '../../common/store/people'
import { noteAct } from '../../common/store/trail'
import { isOpen, lookBehind, placeOf, type Door } from './door'

type ClassRole = Extract<Role, 'head_teacher' | 'teacher'>
type Teacher = { name: string; subject: string }

export const joinStaff: Handler<'join.staff'> = async (input, visit) => {
  const door = await lookBehind(input.token, visit.openid)
  const role = door?.invitation.role
  if (!door || door.invitation.purpose !== 'staff' || !role) return refuse('INVITATION_INVALID')
  const mine = door.invitation.usedBy === visit.openid
  if (!mine && !isOpen(door.invitation, visit.now)) return refuse('INVITATION_INVALID')

  const { name, subject } = { name: normalizeName(input.name), subject: input.subject?.trim() }
  const cite = { rule: 'M07', pactVersion: door.pact.version }
  if (needsSubject(role) && !subject) return refuse('SUBJECT_NEEDED', { rule: 'M07', cite, wayOut: ['fill_subject'] })
  if (!(await useStaffInvitation(input.token, visit.openid, visit.now))) return refuse('INVITATION_INVALID')

  const teacher = await takePlace(role, { name, subject: subject ?? '' }, door, visit)
  if (teacher === 'reused') return refuseReused()
  if (!teacher) return refuse('CLASS_TAKEN', { rule: 'M04', cite: { ...cite, rule: 'M04' } })
  const identity: Identity = describeTeacher(placeOf(door), role, teacher)
  await grantIdentity(visit.openid, identity, visit.now, door.person !== undefined)
  return succeed({ identity })
}

/** The place as it is written in the class; a repeated call finds its first one. Undefined: the place is taken. */
async function takePlace(
  role: ClassRole,
  teacher: Teacher,
  door: Door,
  visit: Visit,
): Promise<Teacher | 'reused' | undefined> {
  const { openid, now } = visit
  const classId = door.class._id
  const act = noteAct(visit, role, 'join.staff')
  const taken =
    role === 'head_teacher'
      ? await takeHeadship(classId, { ...teacher, openid, since: now }, act)
      : await joinTeachers(classId, { ...teacher, openid }, act)
  if (taken) return teacher
  const present = await classes.find(classId, { headTeacher: 1, teachers: 1, trail: 1 })
  if (findCall(present?.trail, visit) === 'other') return 'reused'
  const places = role === 'head_teacher' ? [present?.headTeacher] : (present?.teachers ?? [])
  return places.find((place) => place?.openid === openid)
}
