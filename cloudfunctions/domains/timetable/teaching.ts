// Decides how a page learns in its own call whether a teacher is in a lesson now, by their timetables (T08).
import type { Instant, SchoolCalendar } from '@class-pact/core/contract'
import { isTeaching, type Taught } from '@class-pact/core/timetable'
import type { Stage } from '../../common/store/collection'
import type { ClassDoc } from '../class'
import type { TimetableDoc } from './documents'

/** A row that `lookUpTeaching` has looked beside. */
export interface TeachingRow {
  ledClasses?: Pick<ClassDoc, '_id' | 'headTeacher' | 'teachers' | 'archived'>[]
  taughtClasses?: Pick<ClassDoc, '_id' | 'headTeacher' | 'teachers' | 'archived'>[]
  weeks?: Pick<TimetableDoc, '_id' | 'periods' | 'days' | 'savedAt'>[]
}

const NOBODY = '-'

/** What is not needed of the classes that a row brings along. */
const WITHOUT = Object.fromEntries(
  ['ledClasses', 'taughtClasses'].flatMap((as) =>
    ['roster', 'trail', 'admitted', 'supervisor', 'standIn'].map((field) => [`${as}.${field}`, 0]),
  ),
)

/** The classes of one teacher, or of several, and their timetables, for `isInLesson`: both by an index. `who`: an expression. */
export const lookUpTeaching = (who: unknown): Stage[] => [
  // A missing field would find every class that has no head teacher.
  { $addFields: { teacher: { $ifNull: [who, NOBODY] } } },
  { $lookup: { from: 'classes', localField: 'teacher', foreignField: 'headTeacher.openid', as: 'ledClasses' } },
  { $lookup: { from: 'classes', localField: 'teacher', foreignField: 'teachers.openid', as: 'taughtClasses' } },
  { $addFields: { teachesIn: { $concatArrays: ['$ledClasses._id', '$taughtClasses._id'] } } },
  { $lookup: { from: 'timetables', localField: 'teachesIn', foreignField: '_id', as: 'weeks' } },
  { $project: { ...WITHOUT, teacher: 0, teachesIn: 0, 'weeks.trail': 0 } },
]

/** Whether this teacher is in a lesson; nobody is not. */
export function isInLesson(
  { ledClasses = [], taughtClasses = [], weeks = [] }: TeachingRow,
  openid: string | undefined,
  calendar: SchoolCalendar | undefined,
  now: Instant,
): boolean {
  if (!calendar) return false
  const weekOf = (classId: string) => weeks.find(({ _id }) => _id === classId)
  const led = ledClasses
    .filter(({ headTeacher, archived }) => headTeacher?.openid === openid && !archived)
    .map(({ _id, headTeacher }): Taught => ({
      subject: headTeacher?.subject ?? '',
      leads: true,
      week: weekOf(_id),
    }))
  const taught = taughtClasses
    .filter(({ archived }) => !archived)
    .flatMap(({ _id, teachers }) =>
      teachers
        .filter((teacher) => teacher.openid === openid)
        .map(({ subject }): Taught => ({ subject, week: weekOf(_id) })),
    )
  return isTeaching([...led, ...taught], calendar, now)
}
