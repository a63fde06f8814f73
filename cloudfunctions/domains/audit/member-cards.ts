// Decides under which card somebody stands in the audit: the one they have today, in the role they acted in.
import type { Role, SchoolKind } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import type { ChildDoc, ClassDoc } from '../class'
import type { SchoolDoc } from '../school'

export interface MembersFound extends Pick<SchoolDoc, '_id' | 'kind' | 'principals' | 'office'> {
  staff: Pick<ClassDoc, 'headTeacher' | 'teachers' | 'supervisor'>[]
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
          { $project: { headTeacher: 1, teachers: 1, supervisor: 1 } },
        ],
        as: 'staff',
      },
    },
    { $lookup: { from: 'children', localField: openids, foreignField: 'guardians.openid', as: 'seats' } },
    { $project: { 'seats.trail': 0, 'seats.contacts': 0 } },
  ]
}

/** Openid and role → card. */
export function cardsOf({ _id, kind, principals, office = [], staff, seats }: MembersFound): Map<string, string> {
  const cards = new Map<string, string>()
  const note = (openid: string, role: Role, card: string) => cards.set(keyOf(openid, role), card)
  for (const { openid, name } of principals) note(openid, 'principal', cardOf({ name }, 'principal', kind))
  for (const { openid, name } of office) note(openid, 'office', cardOf({ name }, 'office', kind))
  for (const { headTeacher, teachers, supervisor } of staff) {
    if (headTeacher) note(headTeacher.openid, 'head_teacher', cardOf(headTeacher, 'head_teacher', kind))
    for (const teacher of teachers) note(teacher.openid, 'teacher', cardOf(teacher, 'teacher', kind))
    if (supervisor) note(supervisor.openid, 'supervisor', supervisor.card)
  }
  for (const { schoolId, guardians } of seats)
    if (schoolId === _id) for (const { openid, card } of guardians) note(openid, 'guardian', card)
  return cards
}

export function keyOf(openid: string, role: Role | 'system'): string {
  return `${role}:${openid}`
}

function cardOf(
  person: { name: string; subject?: string },
  role: Exclude<Role, 'guardian' | 'supervisor'>,
  kind: SchoolKind,
) {
  return composeStaffCard(person, role, kind)
}
