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

const FIELDS = ['headTeacher', 'teachers', 'archived'] as const

/** Of a class only who teaches it, and whether it still is one: a roster stays where it is. */
const onlyNeeded = (as: string): Stage => ({
  $addFields: {
    [as]: {
      $map: {
        input: `$${as}`,
        as: 'found',
        in: { _id: '$$found._id', ...Object.fromEntries(FIELDS.map((field) => [field, `$$found.${field}`])) },
      },
    },
  },
})

const byTeacher = (field: string, as: string): Stage[] => [
  { $lookup: { from: 'classes', localField: 'teacher', foreignField: field, as } },
  onlyNeeded(as),
]

const ofTeacher = (openid: string, field: string, as: string): Stage => ({
  $lookup: {
    from: 'classes',
    pipeline: [{ $match: { [field]: openid } }, { $project: Object.fromEntries(FIELDS.map((each) => [each, 1])) }],
    as,
  },
})

const THEIR_WEEKS: Stage[] = [
  { $addFields: { teachesIn: { $concatArrays: ['$ledClasses._id', '$taughtClasses._id'] } } },
  { $lookup: { from: 'timetables', localField: 'teachesIn', foreignField: '_id', as: 'weeks' } },
  { $project: { teacher: 0, teachesIn: 0, 'weeks.trail': 0 } },
]

/** The classes of one teacher and their timetables, for `isInLesson`: both by an index. */
export const lookUpTeachingOf = (openid: string): Stage[] => [
  ofTeacher(openid, 'headTeacher.openid', 'ledClasses'),
  ofTeacher(openid, 'teachers.openid', 'taughtClasses'),
  ...THEIR_WEEKS,
]

/** The same of whoever the row names, one or several; `who`: an expression. */
export const lookUpTeaching = (who: unknown): Stage[] => [
  // A missing field would find every class that has no head teacher.
  { $addFields: { teacher: { $ifNull: [who, NOBODY] } } },
  ...byTeacher('headTeacher.openid', 'ledClasses'),
  ...byTeacher('teachers.openid', 'taughtClasses'),
  ...THEIR_WEEKS,
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
