// Decides what is read of a school before somebody speaks to its classes: pact, rosters, families, credits in one call.
import { beijingDay } from '@class-pact/core/calendar'
import type { Audience, Grade, Instant } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import { childrenOf } from '@class-pact/core/notice'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { classes, presentOn, type ClassDoc } from '../class'
import { describeColleagues, lookUpStaff, type Colleague, type StaffFound } from '../office'
import { lookUpPact, type PactDoc } from '../pact'
import { schools, type SchoolDoc } from '../school'

export type AudienceClass = Pick<ClassDoc, '_id' | 'name' | 'order' | 'roster' | 'headTeacher' | 'teachers'>

export interface AudienceFacts {
  school: SchoolDoc
  pact: PactDoc
  classes: AudienceClass[]
  /** Guardians of each child. */
  families: Map<string, string[]>
  /** Guardians a WeChat message can reach. */
  credited: Set<string>
  /** Of them, who wants ordinary notices once a day (每日汇总). */
  daily: Set<string>
  /** Who works at the school, where it was asked for (N19). */
  staff?: Colleague[]
}

/** What `audienceStages` find. */
export interface AudienceRow extends SchoolDoc {
  pacts: PactDoc[]
  classes: AudienceClass[]
  children: { _id: string; guardians: { openid: string }[] }[]
  credited: { _id: string; daily?: true }[]
  posted?: StaffFound['posted']
  held?: StaffFound['held']
}

/** `undefined` class ids: the whole school. Children narrow the families to theirs. `staff`: who works there comes along. */
export interface Reach {
  schoolId: string
  classIds?: string[]
  childIds?: string[]
  staff?: boolean
}

/** Which classes a grade has is asked at this moment; undefined: it has none. */
export async function findReach(schoolId: string, audience: Audience): Promise<Reach | undefined> {
  switch (audience.to) {
    case 'school':
      return { schoolId }
    case 'grade': {
      const classIds = await classesOfGrade(schoolId, audience.grade)
      return classIds.length > 0 ? { schoolId, classIds } : undefined
    }
    case 'classes':
      return { schoolId, classIds: [...new Set(audience.classIds)] }
    case 'child':
    case 'children':
      return { schoolId, classIds: [audience.classId], childIds: childrenOf(audience) }
    case 'staff':
      return staffReach(schoolId)
  }
}

/** Who works there, and no family. */
export const staffReach = (schoolId: string): Reach => ({ schoolId, classIds: [], staff: true })

async function classesOfGrade(schoolId: string, grade: Grade): Promise<string[]> {
  const found = await classes.list<Pick<ClassDoc, '_id' | 'name'>>(
    { schoolId, archived: { $exists: false } },
    { limit: BOUNDS.classesOfSchool, order: [['order', 'asc']], fields: { name: 1 } },
  )
  return found.flatMap(({ _id, name }) => (gradeOfClass(name) === grade ? [_id] : []))
}

/** Reads the audience; undefined if there is no such school or a class or child is not in it. */
export async function readAudience(reach: Reach, now: Instant): Promise<AudienceFacts | undefined> {
  const [row] = await schools.aggregate<AudienceRow>(audienceStages(reach, now))
  return row && describeAudience(row, reach, now)
}

/** School and pact alone, for decisions that address nobody. */
export async function readRules(
  schoolId: string,
  now: Instant,
): Promise<Pick<AudienceFacts, 'school' | 'pact'> | undefined> {
  const [row] = await schools.aggregate<SchoolDoc & { pacts: PactDoc[] }>(ruleStages(schoolId, now))
  if (!row) return undefined
  const { pacts, ...school } = row
  const [pact] = pacts
  return pact && { school, pact }
}

export function describeAudience(
  row: AudienceRow,
  { classIds, childIds, staff }: Reach,
  now: Instant,
): AudienceFacts | undefined {
  const { pacts, classes: found, children, credited, posted = [], held = [], ...school } = row
  const [pact] = pacts
  const isForNoClass = staff && classIds?.length === 0
  if (!pact || (found.length === 0 && !isForNoClass) || (classIds && found.length < classIds.length)) return undefined
  // Of chosen children those who have gone meanwhile are left out; without any of them there is nobody to write to.
  const isThere = (childId: string) => found.some(({ roster }) => roster.some((each) => each.childId === childId))
  if (childIds && !childIds.some(isThere)) return undefined
  return {
    school,
    pact,
    classes: found,
    families: new Map(children.map(({ _id, guardians }) => [_id, guardians.map(({ openid }) => openid)])),
    credited: new Set(credited.map(({ _id }) => _id)),
    daily: new Set(credited.flatMap(({ _id, daily }) => (daily ? [_id] : []))),
    ...(staff && { staff: describeColleagues(school, { posted, held }, beijingDay(now)) }),
  }
}

/** The school and the pact in force today: a version for tomorrow does not judge yet (G15). */
export function ruleStages(schoolId: string, now: Instant): Stage[] {
  return [{ $match: { _id: schoolId } }, lookUpPact(now, { schoolId })]
}

const guardiansOf = (input: string) => ({
  $reduce: { input, initialValue: [], in: { $concatArrays: ['$$value', '$$this.guardians.openid'] } },
})
const STAFF_OPENIDS = [
  { $ifNull: ['$principals.openid', []] },
  { $ifNull: ['$office.openid', []] },
  '$held.openid',
  '$posted.headTeacher.openid',
  { $reduce: { input: '$posted.teachers.openid', initialValue: [], in: { $concatArrays: ['$$value', '$$this'] } } },
]

export function audienceStages({ schoolId, classIds, childIds, staff }: Reach, now: Instant): Stage[] {
  // Nobody speaks to a class that has graduated (L13).
  const ofClasses = { ...(classIds && { _id: { $in: classIds } }), schoolId, archived: { $exists: false } }
  const theirs = childIds ? { _id: { $in: childIds } } : classIds ? { classId: { $in: classIds } } : { schoolId }
  const ofChildren = { ...theirs, ...presentOn(beijingDay(now)) }
  return [
    ...ruleStages(schoolId, now),
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: ofClasses },
          { $sort: { order: 1 } },
          { $limit: BOUNDS.classesOfSchool },
          { $project: { name: 1, order: 1, roster: 1, headTeacher: 1, teachers: 1 } },
        ],
        as: 'classes',
      },
    },
    {
      $lookup: {
        from: 'children',
        pipeline: [
          { $match: ofChildren },
          { $limit: BOUNDS.childrenOfSchool },
          { $project: { 'guardians.openid': 1 } },
        ],
        as: 'children',
      },
    },
    ...(staff ? lookUpStaff(schoolId) : []),
    { $addFields: { openids: { $concatArrays: [guardiansOf('$children'), ...(staff ? STAFF_OPENIDS : [])] } } },
    { $lookup: { from: 'people', localField: 'openids', foreignField: '_id', as: 'people' } },
    {
      $addFields: {
        credited: {
          $map: {
            input: { $filter: { input: '$people', as: 'person', cond: { $gt: ['$$person.credits.notice', 0] } } },
            as: 'person',
            in: { _id: '$$person._id', daily: '$$person.daily' },
          },
        },
      },
    },
    { $project: { openids: 0, people: 0 } },
  ]
}
