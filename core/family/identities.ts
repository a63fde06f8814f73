// Decides what an identity looks like: its key, its place, its card (M15).
import type { Identity } from '../session/contract'
import type { Day, Grade, Office, Relation, SchoolKind } from '../wire'
import { composeGuardianCard, composeOfficeCard, composeStaffCard, type CardFormat } from './cards'

interface Place {
  schoolId: string
  schoolName: string
  schoolKind: SchoolKind
}
interface ClassPlace extends Place {
  classId: string
  className: string
}

/** 张小明妈妈 */
export function describeGuardian(
  place: ClassPlace,
  child: { childId: string; childName: string },
  relation: Relation,
  format: CardFormat,
): Identity {
  const card = composeGuardianCard(child.childName, relation, format)
  return { key: `guardian:${child.childId}`, role: 'guardian', ...place, ...child, relation, card }
}

/** 语文王老师 */
export function describeTeacher(
  place: ClassPlace,
  role: 'head_teacher' | 'teacher',
  teacher: { name: string; subject: string },
): Identity {
  const card = composeStaffCard(teacher, role, place.schoolKind)
  return { key: `${role}:${place.classId}`, role, ...place, subject: teacher.subject, card }
}

/** 李校长, 李园长 */
export function describeLeader(place: Place, role: 'office' | 'principal', name: string): Identity {
  return { key: `${role}:${place.schoolId}`, role, ...place, card: composeStaffCard({ name }, role, place.schoolKind) }
}

/** 三年级组长孙老师, until a day if it ends on one. */
export function describeOfficer(
  place: Place,
  held: { officeId: string; office: Office; grade?: Grade; name: string; until?: Day },
): Identity {
  const { officeId, office, grade, name, until } = held
  const scope = { office, ...(grade && { grade }), ...(until && { until }) }
  return {
    key: `officer:${officeId}`,
    role: 'officer',
    ...place,
    ...scope,
    card: composeOfficeCard({ name }, office, grade),
  }
}

/** Under the card they have elsewhere in the school. */
export function describeStandIn(place: ClassPlace, { card, until }: { card: string; until: Day }): Identity {
  return { key: `stand_in:${place.classId}`, role: 'stand_in', ...place, card, until }
}

/** 浦东新区教育局刘志远: a place of its own, which no school, class or child is in (G22). */
export function describeBureau({
  bureauId = '',
  bureau,
  person = '',
}: {
  bureauId?: string
  bureau: string
  person?: string
}): Identity {
  const place = { schoolId: bureauId, schoolName: bureau, schoolKind: 'primary' as const }
  return { key: `bureau:${bureauId}`, role: 'bureau', ...place, card: `${bureau}${person}` }
}
