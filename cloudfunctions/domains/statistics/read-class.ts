// Decides one class's page: its figures, its notices, and the children some notice has not reached.
import { beijingDay } from '@class-pact/core/calendar'
import type { ClassStatistics } from '@class-pact/core/contract'
import { entryState } from '@class-pact/core/notice'
import { countAttendance, figuresOf, isWithinReach } from '@class-pact/core/statistics'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { readList } from '../../common/store/pages'
import { describeRunning, type CountedSlip } from '../today'
import { listRunning, type FoundClass, type Missing } from './find-class'

type Line = ClassStatistics['unreachedChildren'][number]

export const readClass: Handler<'statistics.class', FoundClass> = async ({ classId, of, after }, session) => {
  const { person, now, identity, found } = session
  const { facts, own } = found
  const { period, before, school } = facts
  if (!isWithinReach(of, beijingDay(now))) return refuse('INPUT_INVALID', { field: 'of' })
  const row = facts.row as { missing?: Missing[] }
  const { rows, total, next } = readList<CountedSlip>(
    row,
    'running',
    listRunning(classId, period.from, person._id),
    after,
  )
  // What a head teacher's own class has written is theirs to know.
  const seesStaff = isLeader(identity) || identity.role === 'head_teacher'
  return Promise.resolve(
    succeed({
      ...period,
      asOf: facts.asOf,
      figures: {
        ...{ classId, className: own.className, ...(own.grade && { grade: own.grade }) },
        ...figuresOf([own], { now, before, seesStaff }),
      },
      attendance: countAttendance([own], period.to, school.calendar),
      notices: rows.map((slip) => describeRunning(slip, now)),
      ...{ total, next },
      unreachedChildren: (row.missing ?? []).map(describeMissing).sort(byNumber),
    }),
  )
}

const describeMissing = ({ _id: childId, notices, entry, signFrom }: Missing): Line => ({
  ...{ childId, no: entry.no, name: entry.name, notices, state: entryState(entry, signFrom ?? undefined) },
})

/** In roll order, never by how often (X08). */
const byNumber = (a: Line, b: Line) => a.no.localeCompare(b.no, 'en', { numeric: true })
