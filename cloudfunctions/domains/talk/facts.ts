// Decides what is read around a talk, in the same one call: the child, its class, the school, the pact in force.
import type { Instant, SchoolKind } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import type { Stage } from '../../common/store/collection'
import type { ChildDoc, ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { lookUpTeaching, type TeachingRow } from '../timetable'

export type TalkClass = Pick<ClassDoc, '_id' | 'name' | 'headTeacher' | 'teachers' | 'roster' | 'archived'>
export type TalkSchool = Pick<SchoolDoc, '_id' | 'kind' | 'calendar' | 'phone' | 'principals' | 'office'>
export type TalkChild = Pick<ChildDoc, '_id' | 'name' | 'guardians' | 'away' | 'graduated'>

export interface TalkFacts {
  child: TalkChild
  itsClass: TalkClass
  school: TalkSchool
  pact: PactDoc
  /** Of the class's staff: whether one of them is in a lesson (T08). */
  teaching: TeachingRow
}

export interface FactsRow extends TeachingRow {
  classes: TalkClass[]
  schools: TalkSchool[]
  children: TalkChild[]
  pacts: PactDoc[]
}

/** Everybody who teaches the class. */
const STAFF = {
  $reduce: {
    input: '$classes.teachers.openid',
    initialValue: '$classes.headTeacher.openid',
    in: { $concatArrays: ['$$value', '$$this'] },
  },
}

/** Of a row that names its school and class; `childId`: the field that names the child. */
export function lookUpFacts(now: Instant, childId = 'childId'): Stage[] {
  return [
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $lookup: { from: 'children', localField: childId, foreignField: '_id', as: 'children' } },
    lookUpPact(now, { field: 'schoolId' }),
    { $project: { 'classes.trail': 0, 'schools.trail': 0, 'children.trail': 0, 'children.contacts': 0 } },
    ...lookUpTeaching(STAFF),
    { $limit: 1 },
  ]
}

export function readFacts({ classes, schools, children, pacts, ...row }: FactsRow): TalkFacts | undefined {
  const [[itsClass], [school], [child], [pact]] = [classes, schools, children, pacts]
  const { ledClasses, taughtClasses, weeks } = row
  const teaching = { ledClasses, taughtClasses, weeks }
  return itsClass && school && child && pact && { itsClass, school, child, pact, teaching }
}

/** 语文王老师: whoever is head teacher now. */
export function headCard({ itsClass }: { itsClass: TalkClass }, kind: SchoolKind): string | undefined {
  return itsClass.headTeacher && composeStaffCard(itsClass.headTeacher, 'head_teacher', kind)
}

export function teachesIn({ headTeacher, teachers }: TalkClass, openid: string | undefined): boolean {
  return openid !== undefined && [headTeacher, ...teachers].some((each) => each?.openid === openid)
}
