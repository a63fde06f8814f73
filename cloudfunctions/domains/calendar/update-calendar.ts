// Decides how a calendar changes: as a whole, on the version that was read; the second of two reads again (T06).
import { misfitOfCalendar, orderCalendar } from '@class-pact/core/calendar'
import type { SchoolCalendar } from '@class-pact/core/contract'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { schools, type SchoolDoc } from '../school'
import { CALENDAR_FIELDS, describeCalendar, type CalendarFields } from './read-calendar'

export const updateCalendar: Handler<'calendar.update'> = ({ schoolId, version, calendar }, session) =>
  keepCalendar({ schoolId, version, calendar, action: 'calendar.update' }, session)

interface Keeping {
  schoolId: string
  version: number
  calendar: SchoolCalendar
  action: 'calendar.update' | 'calendar.import'
}

/** Errors: INPUT_INVALID with the entry that contradicts another one; CALENDAR_CHANGED. */
export async function keepCalendar(
  { schoolId, version, calendar: written, action }: Keeping,
  session: Session & InPlace,
) {
  const calendar = orderCalendar(written)
  const misfit = misfitOfCalendar(calendar)
  if (misfit) return refuse('INPUT_INVALID', misfit)
  const next: CalendarFields = { _id: schoolId, calendar, calendarVersion: version + 1, calendarAt: session.now }
  const { terms = [], closures = [], rest, school } = calendar
  const act = noteAct(session, session.identity.role, action, {
    version: version + 1,
    terms: terms.length,
    rest: closures.length + rest.length,
    school: school.length,
  })
  const changed = await schools.update(
    { _id: schoolId, calendarVersion: version > 0 ? version : { $exists: false }, ...unlessDone(session) },
    withTrail({ $set: { calendar, calendarVersion: version + 1, calendarAt: session.now } }, act),
  )
  if (changed) return succeed(describeCalendar(next, session.now))
  const found = await schools.find<CalendarFields & Pick<SchoolDoc, 'trail'>>(schoolId, {
    ...CALENDAR_FIELDS,
    trail: 1,
  })
  if (!found) return refuse('FORBIDDEN')
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed(describeCalendar(found, session.now)) : refuse('CALENDAR_CHANGED')
}
