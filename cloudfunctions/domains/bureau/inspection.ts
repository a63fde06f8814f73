// Decides what a term's inspection comes to, and how its principal hands it in to the bureau (G13, G22).
import { beijingDay } from '@class-pact/core/calendar'
import { sumInspection } from '@class-pact/core/bureau'
import type { Inspection, InspectionDraft, InspectionLine, Instant } from '@class-pact/core/contract'
import { REGISTERS } from '@class-pact/core/register'
import { termNow } from './term'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import { noteAct, withTrail } from '../../common/store/trail'
import { schools } from '../school'
import type { BureauSeatDoc } from './documents'
import { inspectionOf } from './read-seat'
import { seats } from './store'

/** Registers in which something is looked at, and mended where it has to be: their entries are what a report counts. */
const INSPECTED = Object.entries(REGISTERS).flatMap(([name, { parts }]) =>
  parts.some(({ id }) => id === 'mend') || name === 'device-care' ? [name] : [],
)

interface Row {
  classes: { _id: string; name: string }[]
  counted: { _id: { classId?: string; state: string }; count: number }[]
  seats: BureauSeatDoc[]
}

/** By class for the principal; the bureau never has more than the sum. One call. */
async function gather(schoolId: string, now: Instant): Promise<{ draft: InspectionDraft; seat?: BureauSeatDoc }> {
  const term = termNow(now)
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: { schoolId, archived: { $exists: false } } },
          { $sort: { order: 1 } },
          { $limit: BOUNDS.classesOfSchool },
          { $project: { name: 1 } },
        ],
        as: 'classes',
      },
    },
    {
      $lookup: {
        from: 'entries',
        pipeline: [
          {
            $match: {
              ...{ schoolId, register: { $in: INSPECTED }, state: { $in: ['open', 'done'] } },
              on: { $gte: term.from, $lte: term.to },
            },
          },
          { $group: { _id: { classId: '$classId', state: '$state' }, count: { $sum: 1 } } },
          // One group a class and state.
          { $limit: BOUNDS.entriesOfSlot },
        ],
        as: 'counted',
      },
    },
    { $lookup: { from: 'bureau_seats', pipeline: [{ $match: { _id: schoolId } }], as: 'seats' } },
    { $limit: 1 },
  ])
  const { classes = [], counted = [], seats: [seat] = [] } = row ?? {}
  const places = [...classes.map(({ _id, name }) => ({ classId: _id, className: name })), SCHOOL_ITSELF]
  const known = new Set(classes.map(({ _id }) => _id))
  const lines = places.map((place): InspectionLine => {
    const own = counted.filter(({ _id: { classId = '' } }) => (known.has(classId) ? classId : '') === place.classId)
    const countOf = (rows: typeof own) => rows.reduce((sum, { count }) => sum + count, 0)
    return { ...place, items: countOf(own), open: countOf(own.filter(({ _id }) => _id.state === 'open')) }
  })
  const { items, open } = sumInspection(lines)
  const shown = lines.filter(({ className, items: own }) => className !== '' || own > 0)
  const handed = seat && inspectionOf(seat, now).inspection
  return { draft: { term, lines: shown, items, open, ...(handed && { handed }) }, ...(seat && { seat }) }
}

/** Rooms and devices of no class. */
const SCHOOL_ITSELF = { classId: '', className: '' }

export const readReport: Handler<'bureau.report'> = async ({ schoolId }, { now }) =>
  succeed((await gather(schoolId, now)).draft)

/** Again while the term lasts: the last one stands. What is open has a day by which it is mended. */
export const handIn: Handler<'bureau.handIn'> = async ({ schoolId, items, open, until }, session) => {
  const { identity, now } = session
  const { draft, seat } = await gather(schoolId, now)
  const been = findCall(seat?.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat' && draft.handed) return succeed(draft.handed)
  if (seat?.state !== 'held' || draft.items !== items || draft.open !== open) return refuse('BUREAU_STATE')
  if (draft.open > 0 && (until === undefined || until < beijingDay(now)))
    return refuse('INPUT_INVALID', { field: 'until' })
  const handed: Inspection = {
    ...{ handedAt: now, ...sumInspection(draft.lines) },
    ...(draft.open > 0 && until !== undefined && { until }),
  }
  const changed = await seats.update(
    { _id: schoolId, state: 'held', ...unlessDone(session) },
    withTrail(
      { $set: { inspection: { ...handed, from: draft.term.from } } },
      noteAct(session, identity.role, 'bureau.handIn', { items, open }),
    ),
  )
  return changed ? succeed(handed) : refuse('TRY_AGAIN')
}
