// Decides what is asked of classes and changed in them.
import { openCollection } from './collection'
import type { ClassDoc, TrailEntry } from './documents'
import { withTrail } from './trail'

export const classes = openCollection<ClassDoc>('classes')

/** Teachers of one class besides the head teacher; more than a school has subjects. */
const TEACHERS_MAX = 30

/** Becomes the head teacher if there is none: exactly one, also when two come at once (M04). */
export async function takeHeadship(
  classId: string,
  headTeacher: NonNullable<ClassDoc['headTeacher']>,
  act: TrailEntry,
): Promise<boolean> {
  const vacant = { _id: classId, headTeacher: { $exists: false } }
  return (await classes.update(vacant, withTrail({ $set: { headTeacher } }, act))) === 1
}

/** Joins the teachers of a class; false if there already, or the class has too many. */
export async function joinTeachers(
  classId: string,
  teacher: ClassDoc['teachers'][number],
  act: TrailEntry,
): Promise<boolean> {
  const open = {
    _id: classId,
    'teachers.openid': { $ne: teacher.openid },
    [`teachers.${TEACHERS_MAX - 1}`]: { $exists: false },
  }
  return (await classes.update(open, withTrail({ $push: { teachers: teacher } }, act))) === 1
}

/** Leaves the teachers of a class; a repeat changes nothing. */
export async function leaveTeachers(classId: string, openid: string, act: TrailEntry): Promise<void> {
  const teaching = { _id: classId, 'teachers.openid': openid }
  await classes.update(teaching, withTrail({ $pull: { teachers: { openid } } }, act))
}

/** The class is without a supervisor again, if it was this one (M06). */
export async function vacateSupervision(classId: string, openid: string, act: TrailEntry): Promise<void> {
  await classes.update({ _id: classId, 'supervisor.openid': openid }, withTrail({ $unset: { supervisor: '' } }, act))
}

/** The class is without a head teacher again, if it was this one; their number goes with them (M04, M16). */
export async function vacateHeadship(classId: string, openid: string, act: TrailEntry): Promise<void> {
  const held = { _id: classId, 'headTeacher.openid': openid }
  await classes.update(held, withTrail({ $unset: { headTeacher: '' } }, act))
}
