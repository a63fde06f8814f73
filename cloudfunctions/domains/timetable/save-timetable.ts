// Decides how a timetable changes: as a whole, on the version that was read; the second of two reads again (E23).
import { misfitOfWeek, squareDays } from '@class-pact/core/timetable'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import { describeTimetable } from './describe-timetable'
import type { TimetableDoc } from './documents'
import type { FoundTimetable } from './find-class'
import { timetables } from './store'

export const saveTimetable: Handler<'timetable.save', FoundTimetable> = async (
  { classId, periods, days: written, seen },
  session,
) => {
  const { found, identity, now } = session
  const been = findCall(found.timetable?.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeTimetable(found, identity, now))
  const misfit = misfitOfWeek({ periods, days: written })
  if (misfit) return refuse('INPUT_INVALID', { field: misfit })

  const days = squareDays({ periods, days: written }) as TimetableDoc['days']
  const version = seen + 1
  const lessons = days.flat().filter(Boolean).length
  const act = noteAct(session, identity.role, 'timetable.save', { version, lessons })
  const week = { periods, days, version, savedAt: now }
  const isKept =
    seen === 0
      ? await timetables.insert({ _id: classId, schoolId: found.schoolId, ...week, ...startTrail(act) })
      : (await timetables.update(
          { _id: classId, version: seen, ...unlessDone(session) },
          withTrail({ $set: week }, act),
        )) > 0
  if (isKept) {
    const timetable: TimetableDoc = {
      ...startTrail(act),
      ...found.timetable,
      ...week,
      _id: classId,
      schoolId: found.schoolId,
    }
    return succeed(describeTimetable({ ...found, timetable }, identity, now))
  }
  // This very call may have come twice at once.
  const stored = await timetables.find(classId)
  if (findCall(stored?.trail, session) !== 'repeat') return refuse('TIMETABLE_CHANGED')
  return succeed(describeTimetable({ ...found, ...(stored && { timetable: stored }) }, identity, now))
}
