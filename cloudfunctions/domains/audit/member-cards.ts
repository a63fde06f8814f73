// Decides under which card somebody stands in the audit: the one they have today, in the role they acted in.
import type { Role, SchoolKind, StaffRole } from '@class-pact/core/contract'
import { composeOfficeCard, composeStaffCard } from '@class-pact/core/family'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import type { ChildDoc, ClassDoc } from '../class'
import type { OfficeDoc } from '../office'
import type { SchoolDoc } from '../school'

export interface MembersFound extends Pick<SchoolDoc, '_id' | 'kind' | 'principals' | 'office'> {
  staff: Pick<ClassDoc, 'headTeacher' | 'teachers' | 'supervisor' | 'standIn'>[]
  officers: Pick<OfficeDoc, 'openid' | 'office' | 'grade' | 'name'>[]
  seats: Pick<ChildDoc, 'schoolId' | 'guardians'>[]
}

/**
 * Brings along whoever leads, teaches, or sits beside a child: stages behind a school.
 * @param openids the field of the row that lists whom to look for
 */
export function lookUpMembers(schoolId: string, openids: string): Stage[] {
  return [
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: { schoolId } },
          { $limit: BOUNDS.classesOfSchool },
          { $project: { headTeacher: 1, teachers: 1, supervisor: 1, standIn: 1 } },
        ],
        as: 'staff',
      },
    },
    {
      $lookup: {
        from: 'offices',
        pipeline: [
          { $match: { schoolId } },
          { $limit: BOUNDS.officesOfSchool },
          { $project: { openid: 1, office: 1, grade: 1, name: 1 } },
        ],
        as: 'officers',
      },
    },
    { $lookup: { from: 'children', localField: openids, foreignField: 'guardians.openid', as: 'seats' } },
    { $project: { 'seats.trail': 0, 'seats.contacts': 0 } },
  ]
}

/** Openid and role → card. */
export function cardsOf({
  _id,
  kind,
  principals,
  office = [],
  staff,
  officers,
  seats,
}: MembersFound): Map<string, string> {
  const cards = new Map<string, string>()
  const note = (openid: string, role: Role, card: string) => cards.set(keyOf(openid, role), card)
  for (const { openid, name } of principals) note(openid, 'principal', cardOf({ name }, 'principal', kind))
  for (const { openid, name } of office) note(openid, 'office', cardOf({ name }, 'office', kind))
  for (const held of officers) note(held.openid, 'officer', composeOfficeCard(held, held.office, held.grade))
  for (const { headTeacher, teachers, supervisor, standIn } of staff) {
    if (headTeacher) note(headTeacher.openid, 'head_teacher', cardOf(headTeacher, 'head_teacher', kind))
    for (const teacher of teachers) note(teacher.openid, 'teacher', cardOf(teacher, 'teacher', kind))
    if (standIn) note(standIn.openid, 'stand_in', standIn.card)
    if (supervisor) note(supervisor.openid, 'supervisor', supervisor.card)
  }
  for (const { schoolId, guardians } of seats)
    if (schoolId === _id) for (const { openid, card } of guardians) note(openid, 'guardian', card)
  return cards
}

export function keyOf(openid: string, role: Role | 'system'): string {
  return `${role}:${openid}`
}

function cardOf(person: { name: string; subject?: string }, role: StaffRole, kind: SchoolKind) {
  return composeStaffCard(person, role, kind)
}
