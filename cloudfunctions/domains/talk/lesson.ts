// Decides whether whoever is written to is in a lesson: then nobody is disturbed (T08).
import type { Instant } from '@class-pact/core/contract'
import { isInLesson } from '../timetable'
import type { TalkFacts } from './facts'

/** By the timetables of their classes, else by the hours of the school; without a teacher's openid, of the head teacher. */
export function lessonOf({ teaching, school, itsClass }: TalkFacts, openid: string | undefined, now: Instant): boolean {
  return isInLesson(teaching, openid ?? itsClass.headTeacher?.openid, school.calendar, now)
}
