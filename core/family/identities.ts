// Decides what an identity looks like: its key, its place, its card (M15).
import type { Identity } from '../session/contract'
import type { Relation, SchoolKind } from '../wire'
import { composeGuardianCard, composeStaffCard, type CardFormat } from './cards'

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
