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

/** Whose place is taken; only while it is still theirs (M04). */
export type Predecessor = Pick<HeadTeacher, 'openid' | 'since'> & { card: string }

/**
 * Becomes the head teacher if there is none, or in the place of one who hands over: exactly one, also when two come at once
 * (M04), and once by one application, whatever happened since. A stand-in was the other's.
 */
export async function takeHeadship(
  classId: string,
  headTeacher: HeadTeacher,
  application: string,
  act: TrailEntry,
  before?: Predecessor,
): Promise<boolean> {
  const { free, push } = admitting(application)
  const vacant = { headTeacher: { $exists: false } }
  const theirs = before && { 'headTeacher.openid': before.openid, 'headTeacher.since': before.since }
  const present = { _id: classId, archived: { $exists: false } }
  const open = { ...present, ...(theirs ? { $or: [vacant, theirs] } : vacant), ...free }
  const handover = before && { openid: before.openid, card: before.card, at: act.at }
  const change = withTrail(
    { $set: { headTeacher, ...(handover && { handover }) }, ...(before && { $unset: { standIn: '' } }), $push: push },
    act,
  )
  return (await classes.update(open, thenSettle(change, act.at))) === 1
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

/** Whoever comes next goes through what is open, whom it was left by is not kept (E02). */
const vacated = (act: TrailEntry) => {
  const handover: ClassDoc['handover'] = { openid: '', card: '', at: act.at }
  return withTrail({ $set: { handover }, $unset: { headTeacher: '' } }, act)
}

/** No class has this head teacher any more. */
export async function vacateHeadships(openid: string, act: TrailEntry): Promise<void> {
  await classes.update({ 'headTeacher.openid': openid }, vacated(act))
}

/** The class is without a head teacher again, if it was this one; their number goes with them (M04, M16). */
export async function vacateHeadship(classId: string, openid: string, act: TrailEntry): Promise<void> {
  await classes.update({ _id: classId, 'headTeacher.openid': openid }, vacated(act))
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

/** Nobody stands in for this head teacher any more, if it was this one (L03). */
export async function endStandIn(classId: string, openid: string, act: TrailEntry): Promise<void> {
  await classes.update({ _id: classId, 'standIn.openid': openid }, withTrail({ $unset: { standIn: '' } }, act))
}

/** They stand in for nobody any more; a repeat changes nothing. */
export async function endStandIns(openid: string, act: TrailEntry): Promise<void> {
  await classes.update({ 'standIn.openid': openid }, withTrail({ $unset: { standIn: '' } }, act))
}

/** Whoever handed a class over is forgotten; what they left open stays to be gone through (E02). */
export async function forgetPredecessor(openid: string, act: TrailEntry): Promise<void> {
  const change = { $set: { 'handover.openid': '', 'handover.card': '' } }
  await classes.update({ 'handover.openid': openid }, withTrail(change, act))
}
