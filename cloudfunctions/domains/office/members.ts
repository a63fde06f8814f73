// Decides who works at a school, each once with all their posts, and under which mark a phone knows them (N19).
import { composeOfficeCard, composeStaffCard, gradeOfClass } from '@class-pact/core/family'
import type { Day, Grade, StaffMember } from '@class-pact/core/contract'
import { deriveId } from '../../common/ids'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import type { ClassDoc } from '../class'
import type { SchoolDoc } from '../school'
import type { OfficeDoc } from './documents'

/** Somebody of the staff, with whom it is: never sent to a phone. */
export interface Colleague extends StaffMember {
  openid: string
  name: string
}

/** What `lookUpStaff` brings along. */
export interface StaffFound {
  posted: Pick<ClassDoc, 'name' | 'headTeacher' | 'teachers'>[]
  held: Pick<OfficeDoc, 'openid' | 'office' | 'grade' | 'name' | 'until'>[]
}
type Fields = Record<string, number>
type School = Pick<SchoolDoc, '_id' | 'kind' | 'principals' | 'office'>

/** Stands for one person at one school; two schools cannot tell that it is the same one. */
export const markStaff = (schoolId: string, openid: string): string => deriveId('staff', schoolId, openid)

/** A member of the staff is known by these. */
const OF_A_CLASS = { name: 1, headTeacher: 1, teachers: 1 }
const OF_AN_OFFICE = { openid: 1, office: 1, grade: 1, name: 1, until: 1 }

/** Who teaches and who holds an office, as `posted` and `held`: stages behind a school. Graduated classes have nobody. */
export const lookUpStaff = (
  schoolId: string,
  ofClass: Fields = OF_A_CLASS,
  ofOffice: Fields = OF_AN_OFFICE,
): Stage[] => [
  {
    $lookup: {
      from: 'classes',
      pipeline: [
        { $match: { schoolId, archived: { $exists: false } } },
        { $sort: { order: 1 } },
        { $limit: BOUNDS.classesOfSchool },
        { $project: ofClass },
      ],
      as: 'posted',
    },
  },
  {
    $lookup: {
      from: 'offices',
      pipeline: [
        { $match: { schoolId, state: 'held' } },
        { $sort: { office: 1, since: 1 } },
        { $limit: BOUNDS.officesOfSchool },
        { $project: ofOffice },
      ],
      as: 'held',
    },
  },
]

/** Leaders, then offices, head teachers and teachers in grade order; the first post names them. */
export function describeColleagues(school: School, { posted, held }: StaffFound, today: Day): Colleague[] {
  const found = new Map<string, Colleague>()
  const note = (openid: string, name: string, card: string, more: { isHead?: boolean; grade?: Grade } = {}) => {
    const known = found.get(openid) ?? {
      mark: markStaff(school._id, openid),
      openid,
      name,
      card,
      isHead: false,
      grades: [],
    }
    const grades = more.grade ? [...new Set([...known.grades, more.grade])] : known.grades
    found.set(openid, { ...known, isHead: known.isHead || more.isHead === true, grades })
  }
  for (const { openid, name } of school.principals)
    note(openid, name, composeStaffCard({ name }, 'principal', school.kind))
  for (const { openid, name } of school.office ?? [])
    note(openid, name, composeStaffCard({ name }, 'office', school.kind))
  for (const { openid, name, office, grade, until } of held) {
    if (until === undefined || until >= today) note(openid, name, composeOfficeCard({ name }, office, grade), { grade })
  }
  for (const { name: className, headTeacher } of posted) {
    if (!headTeacher) continue
    const card = composeStaffCard(headTeacher, 'head_teacher', school.kind)
    note(headTeacher.openid, headTeacher.name, card, { isHead: true, grade: gradeOfClass(className) })
  }
  for (const { name: className, teachers } of posted) {
    for (const { openid, name, subject } of teachers) {
      note(openid, name, composeStaffCard({ name, subject }, 'teacher', school.kind), {
        grade: gradeOfClass(className),
      })
    }
  }
  return [...found.values()]
}
