// Decides what is asked of classes and changed in them; the authority on who teaches and supervises.
import { openCollection } from '../../common/store/collection'
import type { ClassDoc } from './documents'
import type { TrailEntry } from '../../common/store/documents'
import { admitting, thenSettle } from '../../common/store/settle'
import { withTrail } from '../../common/store/trail'

export const classes = openCollection<ClassDoc>('classes')

/** Teachers of one class besides the head teacher; more than a school has subjects. */
const TEACHERS_MAX = 30

type HeadTeacher = NonNullable<ClassDoc['headTeacher']>
type Teacher = ClassDoc['teachers'][number]

/**
 * Becomes the head teacher if there is none: exactly one, also when two come at once (M04), and once by one application,
 * whatever happened since.
 */
export async function takeHeadship(
  classId: string,
  headTeacher: HeadTeacher,
  application: string,
  act: TrailEntry,
): Promise<boolean> {
  const { free, push } = admitting(application)
  const vacant = { _id: classId, archived: { $exists: false }, headTeacher: { $exists: false }, ...free }
  const change = withTrail({ $set: { headTeacher }, $push: push }, act)
  return (await classes.update(vacant, thenSettle(change, act.at))) === 1
}

/** Joins the teachers of a class; false if there already, or by this application before, or the class has too many. */
export async function joinTeachers(
  classId: string,
  teacher: Teacher,
  application: string,
  act: TrailEntry,
): Promise<boolean> {
  const { free, push } = admitting(application)
  const open = {
    _id: classId,
    archived: { $exists: false },
    'teachers.openid': { $ne: teacher.openid },
    [`teachers.${TEACHERS_MAX - 1}`]: { $exists: false },
    ...free,
  }
  const change = withTrail({ $push: { teachers: teacher, ...push } }, act)
  return (await classes.update(open, thenSettle(change, act.at))) === 1
}

/** Ends a teacher's access to one class, at once; a repeat changes nothing. */
export async function removeTeacher(
  classId: string,
  { openid, since }: Pick<Teacher, 'openid' | 'since'>,
  act: TrailEntry,
): Promise<void> {
  const teaching = { _id: classId, teachers: { $elemMatch: { openid, since } } }
  await classes.update(teaching, withTrail({ $pull: { teachers: { openid, since } } }, act))
}

/** Leaves the teachers of every class; a repeat changes nothing. */
export async function leaveTeachers(openid: string, act: TrailEntry): Promise<void> {
  await classes.update({ 'teachers.openid': openid }, withTrail({ $pull: { teachers: { openid } } }, act))
}

/** The class is without a supervisor again, if it was this one (M06). */
export async function vacateSupervision(classId: string, openid: string, act: TrailEntry): Promise<void> {
  await classes.update({ _id: classId, 'supervisor.openid': openid }, withTrail({ $unset: { supervisor: '' } }, act))
}

/** No class has this supervisor any more (M06). */
export async function vacateSupervisions(openid: string, act: TrailEntry): Promise<void> {
  await classes.update({ 'supervisor.openid': openid }, withTrail({ $unset: { supervisor: '' } }, act))
}

/** No class has this head teacher any more. */
export async function vacateHeadships(openid: string, act: TrailEntry): Promise<void> {
  await classes.update({ 'headTeacher.openid': openid }, withTrail({ $unset: { headTeacher: '' } }, act))
}

/** The class is without a head teacher again, if it was this one; their number goes with them (M04, M16). */
export async function vacateHeadship(classId: string, openid: string, act: TrailEntry): Promise<void> {
  const held = { _id: classId, 'headTeacher.openid': openid }
  await classes.update(held, withTrail({ $unset: { headTeacher: '' } }, act))
}

/** The supervisor has another account now (M06, M13); a repeat changes nothing. */
export async function moveSupervision(
  classId: string,
  from: string,
  { openid, since }: Pick<NonNullable<ClassDoc['supervisor']>, 'openid' | 'since'>,
  act: TrailEntry,
): Promise<void> {
  const change = { $set: { 'supervisor.openid': openid, 'supervisor.since': since } }
  await classes.update({ _id: classId, 'supervisor.openid': from }, withTrail(change, act))
}
