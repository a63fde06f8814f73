// Decides whether whoever is written to is in a lesson: then nobody is disturbed (T08).
import { isLessonTime } from '@class-pact/core/calendar'
import type { Instant, SchoolCalendar } from '@class-pact/core/contract'

interface Asked {
  schoolId: string
  classId: string
  calendar: SchoolCalendar
  /** Who is written to, if it is one teacher. */
  openid?: string
}

/** By the hours of the school. */
export function lessonOf({ calendar }: Asked, now: Instant): boolean {
  return isLessonTime(now, calendar)
}
