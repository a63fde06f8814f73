// Decides who is on a school's staff at this moment: its leaders, officers and teachers, in one call.
import { composeOfficeCard, composeStaffCard } from '@class-pact/core/family'
import type { Day, StaffPost } from '@class-pact/core/contract'
import { deriveId } from '../../common/ids'
import type { ClassDoc } from '../class'
import { schools, type SchoolDoc } from '../school'
import type { OfficeDoc } from './documents'
import { lookUpStaff } from './members'

type ClassRow = Pick<ClassDoc, '_id' | 'name' | 'order' | 'headTeacher' | 'teachers' | 'standIn'>
type Row = Pick<SchoolDoc, '_id' | 'kind' | 'principals' | 'office' | 'createdAt'> & {
  posted: ClassRow[]
  held: Omit<OfficeDoc, 'trail'>[]
}

/** Somebody in a post, with whom it is: never sent to a phone. */
export interface Posted extends Omit<StaffPost, 'isMine'> {
  openid: string
  officeId?: string
}

export interface SchoolStaff {
  posts: Posted[]
  withoutHeadTeacher: { classId: string; className: string }[]
}

/** Undefined: no such school. Classes that have graduated have no staff any more. */
export async function findStaff(schoolId: string, today: Day): Promise<SchoolStaff | undefined> {
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    ...lookUpStaff(schoolId, { name: 1, order: 1, headTeacher: 1, teachers: 1, standIn: 1 }, { trail: 0 }),
    { $project: { kind: 1, principals: 1, office: 1, createdAt: 1, posted: 1, held: 1 } },
  ])
  return row && describeStaff(row, today)
}

function describeStaff(row: Row, today: Day): SchoolStaff {
  const { _id: schoolId, posted: classes } = row
  const refOf = (post: string, openid: string, scope = '') => deriveId('post', schoolId, post, scope, openid)
  const leading = (post: 'principal' | 'office', held: SchoolDoc['principals'] = []): Posted[] =>
    held.map(({ openid, name, since = row.createdAt }) => ({
      ...{ ref: refOf(post, openid), openid, post, name, since },
      card: composeStaffCard({ name }, post, row.kind),
    }))
  const offices = row.held.flatMap(({ _id: officeId, openid, office, grade, name, since, until }): Posted[] => {
    if (until !== undefined && until < today) return []
    const card = composeOfficeCard({ name }, office, grade)
    return [{ ref: refOf(office, openid, grade), officeId, openid, post: office, name, card, grade, since, until }]
  })
  const heads = classes.flatMap((each) => describeHead(each, row, today, refOf))
  const teachers = classes.flatMap(({ _id: classId, name: className, teachers: taught }) =>
    taught.map(({ openid, name, subject, since }): Posted => {
      const card = composeStaffCard({ name, subject }, 'teacher', row.kind)
      return { ref: refOf('teacher', openid, classId), openid, post: 'teacher', name, card, classId, className, since }
    }),
  )
  return {
    posts: [
      ...leading('principal', row.principals),
      ...leading('office', row.office),
      ...offices,
      ...heads,
      ...teachers,
    ],
    withoutHeadTeacher: classes
      .filter(({ headTeacher }) => !headTeacher)
      .map(({ _id: classId, name: className }) => ({ classId, className })),
  }
}

function describeHead(
  { _id: classId, name: className, headTeacher, standIn }: ClassRow,
  { kind, posted: classes }: Row,
  today: Day,
  refOf: (post: string, openid: string, scope?: string) => string,
): Posted[] {
  if (!headTeacher) return []
  const { openid, name, since } = headTeacher
  const alsoHeads = classes.flatMap((other) =>
    other._id !== classId && other.headTeacher?.openid === openid ? [other.name] : [],
  )
  const { card = '', from = '', to = '' } = standIn ?? {}
  return [
    {
      ...{ ref: refOf('head_teacher', openid, classId), openid, post: 'head_teacher', name, classId, className, since },
      card: composeStaffCard(headTeacher, 'head_teacher', kind),
      ...(alsoHeads.length > 0 && { alsoHeads }),
      ...(standIn && standIn.to >= today && { standIn: { card, from, to } }),
    },
  ]
}
