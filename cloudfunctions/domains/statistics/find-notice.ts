// Decides who reads a notice's figures: leaders and its author over all classes, others of the classes that are theirs.
import { LEADERS, type Identity, type Input } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import type { Session, Whose } from '../../common/call/handlers'
import { BOUNDS } from '../../common/store/bounds'
import { classes, type ClassDoc } from '../class'
import { OF_THE_CLASS, slips, type SlipDoc } from '../slip'

const FIELDS = { noticeId: 1, schoolId: 1, classId: 1, className: 1, authorOpenid: 1, kind: 1, title: 1 } as const
const COUNTED = { replyMode: 1, publishedAt: 1, deadline: 1, state: 1, signFrom: 1, entries: 1 } as const
export type NoticeSlip = Pick<SlipDoc, '_id' | keyof typeof FIELDS | keyof typeof COUNTED>

/** The slips that the reader may look at, one a class. A letter to one family or to some is in no figure (C24). */
export async function findNotice(
  { noticeId }: Input<'statistics.notice'>,
  { person, openid }: Session,
): Promise<Whose<NoticeSlip[]> | undefined> {
  const found = await slips.list<NoticeSlip>(
    { noticeId, ...OF_THE_CLASS },
    { limit: BOUNDS.classesOfSchool, fields: { ...FIELDS, ...COUNTED } },
  )
  const all = await inOrder(found)
  const [first] = all
  if (!first) return undefined
  const { schoolId } = first
  const own = person.identities.filter((identity) => identity.schoolId === schoolId)
  if (own.some(({ role }) => LEADERS.some((each) => each === role)))
    return { found: all, place: { schoolId }, may: ({ role }) => LEADERS.some((each) => each === role) }
  const isAuthor = first.authorOpenid === openid
  const theirs = all.filter((slip) => own.some((identity) => isOf(identity, slip)))
  const [some] = theirs
  if (!some) return isAuthor ? { found: all, place: { schoolId } } : undefined
  return { found: isAuthor ? all : theirs, place: { schoolId, classId: some.classId, className: some.className } }
}

/** As the school's classes stand. */
async function inOrder(found: readonly NoticeSlip[]): Promise<NoticeSlip[]> {
  const rows = await classes.list<Pick<ClassDoc, '_id' | 'order'>>(
    { _id: { $in: found.map(({ classId }) => classId) } },
    { limit: BOUNDS.classesOfSchool, fields: { order: 1 } },
  )
  const places = new Map(rows.map(({ _id, order }) => [_id, order]))
  const placeOf = ({ classId }: NoticeSlip) => places.get(classId) ?? Number.MAX_SAFE_INTEGER
  return [...found].sort((a, b) => placeOf(a) - placeOf(b))
}

function isOf({ role, office, grade, classId }: Identity, slip: NoticeSlip): boolean {
  if (role === 'head_teacher' || role === 'teacher') return classId === slip.classId
  return role === 'officer' && office === 'grade_leader' && (!grade || gradeOfClass(slip.className) === grade)
}
