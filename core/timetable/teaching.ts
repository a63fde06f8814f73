// Decides whether a teacher is in a lesson: by the timetables of their classes, else by the school’s hours (T08).
import { beijingDay, isLessonTime } from '../calendar'
import type { Instant, SchoolCalendar } from '../wire'
import { dayOf, isOfThisYear, lessonAt, type KeptWeek } from './lesson-at'

/** A class that a teacher teaches something in. */
export interface Taught {
  subject: string
  /** Absent: nobody has entered one. */
  week?: KeptWeek
  /** Head teachers hold the hour of the class, whatever they teach. */
  leads?: boolean
}

/** 班会, 班队会, 主题班会 */
const CLASS_HOUR = /班队?会|队会/

const isTheirs = ({ subject, leads }: Taught, lesson: string) =>
  lesson === subject || (leads === true && CLASS_HOUR.test(lesson))

/** A table in which none of a teacher's lessons stands does not tell when they teach; nor does one of last year. */
const knows = (taught: Taught, now: Instant): taught is Taught & { week: KeptWeek } =>
  taught.week !== undefined &&
  isOfThisYear(taught.week, now) &&
  taught.week.days.some((lessons) => lessons.some((lesson) => isTheirs(taught, lesson)))

/**
 * Whether a teacher is in a lesson now. Their own lessons decide where the timetable of every class they teach is known;
 * where one is not, the school's lesson hours do: nobody is disturbed in a lesson that the program does not know of.
 */
export function isTeaching(classes: readonly Taught[], calendar: SchoolCalendar, now: Instant): boolean {
  if (!isLessonDay(classes, now)) return isLessonTime(now, calendar)
  return classes.some((taught) => {
    const lesson = taught.week && lessonAt(taught.week, calendar, now)
    return lesson !== undefined && isTheirs(taught, lesson)
  })
}

/** Whether the tables say all of this day. */
function isLessonDay(classes: readonly Taught[], now: Instant): boolean {
  return (
    classes.length > 0 &&
    classes.every((taught) => knows(taught, now) && dayOf(taught.week, beijingDay(now)) !== undefined)
  )
}
