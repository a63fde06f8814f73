// Decides whether a class has lessons at a moment: on a school day, in the school's lesson hours (T08, M16).
import type { Instant, LessonHours, SchoolCalendar } from '../wire'
import { beijingClock, beijingDay, minutesOf } from './beijing'
import { mayBeSchoolDay } from './school-days'

/** Where a school has not said otherwise: the ordinary day of a primary school (中小学作息, 8:00 at the earliest for lessons). */
const LESSON_HOURS: LessonHours = {
  morning: { from: '08:00', to: '11:40' },
  afternoon: { from: '14:00', to: '16:30' },
}

/** The school's hours, or the ordinary ones. */
export function lessonHours({ hours }: Pick<SchoolCalendar, 'hours'>): LessonHours {
  return hours ?? LESSON_HOURS
}

/** Half open, as all intervals of the house: the minute at which lessons end is free. */
export function isLessonTime(now: Instant, calendar: SchoolCalendar): boolean {
  if (!mayBeSchoolDay(beijingDay(now), calendar)) return false
  const minute = minutesOf(beijingClock(now))
  const { morning, afternoon } = lessonHours(calendar)
  return [morning, afternoon].some(({ from, to }) => minute >= minutesOf(from) && minute < minutesOf(to))
}
