// Decides what leaders see of their school's calendar: all of it, its version, and how far it reaches (T06).
import { beijingDay, reachOf } from '@class-pact/core/calendar'
import type { CalendarVersion, Instant } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { schools, type SchoolDoc } from '../school'

/** What of a school is its calendar. */
export type CalendarFields = Pick<SchoolDoc, '_id' | 'calendar' | 'calendarVersion' | 'calendarAt'>
export const CALENDAR_FIELDS = { calendar: 1, calendarVersion: 1, calendarAt: 1 } as const

export const readCalendar: Handler<'calendar.read'> = async ({ schoolId }, { now }) => {
  const school = await schools.find<CalendarFields>(schoolId, CALENDAR_FIELDS)
  return school ? succeed(describeCalendar(school, now)) : refuse('FORBIDDEN')
}

export function describeCalendar(
  { _id: schoolId, calendar, calendarVersion: version = 0, calendarAt }: CalendarFields,
  now: Instant,
): CalendarVersion {
  const reach = reachOf(calendar)
  return {
    ...{ schoolId, calendar, version, today: beijingDay(now) },
    ...(reach && { reach }),
    ...(calendarAt !== undefined && { changedAt: calendarAt }),
  }
}
