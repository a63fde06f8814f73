// Decides what a reader sees of a timetable: this school year's, and last year's only to begin a new one from (E23).
import { beijingDay, mayBeSchoolDay } from '@class-pact/core/calendar'
import { LEADERS, type Identity, type Instant, type Role, type Timetable } from '@class-pact/core/contract'
import { isOfThisYear } from '@class-pact/core/timetable'
import type { FoundTimetable } from './find-class'

const CHANGERS: readonly Role[] = ['head_teacher', ...LEADERS]

export function describeTimetable(
  { _id: classId, name: className, archived, timetable, calendar, headTeacher, teachers }: FoundTimetable,
  { role }: Pick<Identity, 'role'>,
  now: Instant,
): Timetable {
  const mayChange = CHANGERS.includes(role) && !archived
  // A class that has graduated keeps its last one, as it was.
  const isCurrent = timetable !== undefined && (archived !== undefined || isOfThisYear(timetable, now))
  const shown = isCurrent || mayChange ? timetable : undefined
  const subjects = [headTeacher, ...teachers].flatMap((teacher) => (teacher?.subject ? [teacher.subject] : []))
  return {
    classId,
    className,
    version: timetable?.version ?? 0,
    periods: shown?.periods ?? [],
    days: shown?.days ?? [],
    subjects: [...new Set(subjects)],
    mayChange,
    now,
    ...(!mayBeSchoolDay(beijingDay(now), calendar) && { rest: true }),
    ...(shown && !isCurrent && { outdated: true }),
  }
}
