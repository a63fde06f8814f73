// Decides which rows of the figures are rebuilt: classes and months in which something has changed (X01–X06).
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { countEntries } from '@class-pact/core/notice'
import { gatherAttendance, gatherSlip, monthsOf, type AttendanceFacts } from '@class-pact/core/statistics'
import { readClock } from '../../common/clock'
import { joinChanges, readChanges, startOf, UNSETTLED_MS, workThrough, type Changes } from '../../common/store/changes'
import { coverSlots, leavesOn } from '../attendance'
import { leaves, type LeaveDoc } from '../leave'
import { verdicts, type VerdictDoc } from '../notice'
import { rolls, type RollDoc } from '../roll'
import { OF_THE_CLASS, slips, type SlipDoc } from '../slip'
import type { StatisticsDoc } from './documents'
import { ROLL_UP, rollUps, statistics } from './store'

/** Changes of one look; what is left is found by the next. */
const CHANGES_MOST = 1_000
/** A class's slips, leaves or verdicts in a month. */
const OF_A_MONTH = 1_000

interface Dirty {
  schoolId: string
  classId: string
  month: string
}

/** A slice of what has changed, as long as there is time; the next run goes on where it stopped (docs/adr/0031). */
export async function rollUp(until: Instant): Promise<void> {
  const now = readClock()
  const changes = await findChanges(startOf(await rollUps.find(ROLL_UP)))
  const fresh = await findFresh(changes.stale.map(({ key }) => key))
  const progress = await workThrough(changes, rebuild, {
    ...{ now, until },
    // Rebuilt after its last change by whatever clock; what is younger is rebuilt once more.
    isDone: ({ key, last }) => (fresh.get(key) ?? 0) > last + UNSETTLED_MS,
  })
  if (!(await rollUps.update({ _id: ROLL_UP }, { $set: progress }))) await rollUps.insert({ _id: ROLL_UP, ...progress })
}

async function findChanges(since: Instant): Promise<Changes<Dirty>> {
  const from = (field: string) => (at: Instant) => ({ [field]: { $gte: at } })
  const changedFrom = from('updatedAt')
  const order: [string, 'asc'][] = [['updatedAt', 'asc']]
  const found = await Promise.all([
    readChanges<SlipDoc, Dirty>(
      {
        read: (at, page) =>
          slips.list<SlipDoc>(changedFrom(at), { ...page, order, fields: { entries: 0, trail: 0, search: 0 } }),
        at: ({ updatedAt }) => updatedAt,
        tasksOf: ({ schoolId, classId, publishedAt }) => [dirty({ schoolId, classId, month: monthOf(publishedAt) })],
      },
      since,
      CHANGES_MOST,
    ),
    readChanges<LeaveDoc, Dirty>(
      {
        read: (at, page) => leaves.list<LeaveDoc>(changedFrom(at), { ...page, order, fields: { trail: 0 } }),
        at: ({ updatedAt }) => updatedAt,
        // The span, not the dates: days given back by an early return leave their month too.
        tasksOf: ({ schoolId, classId, span }) => monthsOf(span).map((month) => dirty({ schoolId, classId, month })),
      },
      since,
      CHANGES_MOST,
    ),
    readChanges<RollDoc, Dirty>(
      {
        read: (at, page) =>
          rolls.list<RollDoc>(changedFrom(at), { ...page, order, fields: { lines: 0, contacts: 0, trail: 0 } }),
        at: ({ updatedAt }) => updatedAt,
        tasksOf: ({ schoolId, classId, day }) => [dirty({ schoolId, classId, month: day.slice(0, 7) })],
      },
      since,
      CHANGES_MOST,
    ),
    readChanges<VerdictDoc, Dirty>(
      {
        read: (at, page) => verdicts.list<VerdictDoc>(from('at')(at), { ...page, order: [['at', 'asc']] }),
        at: ({ at }) => at,
        tasksOf: ({ schoolId, classIds, at }) =>
          classIds.map((classId) => dirty({ schoolId, classId, month: monthOf(at) })),
      },
      since,
      CHANGES_MOST,
    ),
  ])
  return joinChanges(found)
}

const monthOf = (at: Instant) => beijingDay(at).slice(0, 7)
const rowId = ({ classId, month }: Dirty) => `${classId}:${month}`
const dirty = (task: Dirty) => ({ key: rowId(task), task })

/** When the rows were rebuilt last. */
async function findFresh(ids: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
  const fresh = new Map<string, Instant>()
  for (let start = 0; start < ids.length; start += CHANGES_MOST) {
    const some = await statistics.list<Pick<StatisticsDoc, '_id' | 'asOf'>>(
      { _id: { $in: ids.slice(start, start + CHANGES_MOST) } },
      { limit: CHANGES_MOST, fields: { asOf: 1 } },
    )
    for (const { _id, asOf } of some) fresh.set(_id, asOf)
  }
  return fresh
}

async function rebuild({ schoolId, classId, month }: Dirty): Promise<void> {
  const asOf = readClock()
  const firstDay = `${month}-01`
  const nextMonth = `${addDays(firstDay, 31).slice(0, 7)}-01`
  const inside = { $gte: instantOf(firstDay, '00:00'), $lt: instantOf(nextMonth, '00:00') }
  const [slipRows, leaveRows, verdictRows, rollRows] = await Promise.all([
    slips.list<SlipDoc>(
      // A private notice is no figure of the class (C24).
      { classId, publishedAt: inside, ...OF_THE_CLASS },
      { limit: OF_A_MONTH, order: [['publishedAt', 'asc']], fields: { trail: 0, search: 0 } },
    ),
    leaves.list<LeaveDoc>(
      { classId, dates: { $gte: firstDay, $lt: nextMonth }, state: { $in: ['pending', 'approved', 'returned'] } },
      { limit: OF_A_MONTH, fields: { trail: 0 } },
    ),
    verdicts.list<VerdictDoc>({ schoolId, classIds: classId, at: inside }, { limit: OF_A_MONTH }),
    rolls.list<RollDoc>(
      { classId, day: { $gte: firstDay, $lt: nextMonth }, takenAt: { $exists: true } },
      { limit: OF_A_MONTH, order: [['day', 'asc']], fields: { trail: 0 } },
    ),
  ])
  await write({
    _id: rowId({ schoolId, classId, month }),
    schoolId,
    classId,
    month,
    asOf,
    slips: slipRows.map((slip) => gatherSlip(slip, countEntries(slip.entries, slip.signFrom))),
    attendance: gatherDays(rollRows, leaveRows),
    leaves: leaveRows
      .filter(({ state }) => state !== 'pending')
      .flatMap(({ childId, kind, dates }) =>
        dates.filter((day) => day.startsWith(month)).map((day) => ({ day, kind, childId })),
      ),
    verdicts: verdictRows.map(({ _id, at, rules, verdict }) => ({ id: _id, at, rules, verdict })),
  })
}

function gatherDays(rollRows: readonly RollDoc[], leaveRows: readonly LeaveDoc[]): AttendanceFacts[] {
  const slots = coverSlots(leaveRows)
  return [...new Set(rollRows.map(({ day }) => day))].flatMap((day) => {
    const own = rollRows.filter((roll) => roll.day === day)
    return gatherAttendance(day, own, leavesOn(slots, day)) ?? []
  })
}

/** The younger row stays when two runs meet. */
async function write(row: StatisticsDoc): Promise<void> {
  const { _id, ...fields } = row
  if (await statistics.update({ _id, asOf: { $lte: row.asOf } }, { $set: fields })) return
  await statistics.insert(row)
}
