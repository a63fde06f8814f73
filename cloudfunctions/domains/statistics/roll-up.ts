// Decides which rows of the figures are rebuilt: classes and months in which something has changed (X01–X06).
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { countEntries } from '@class-pact/core/notice'
import { gatherAttendance, gatherSlip, monthsOf, type AttendanceFacts } from '@class-pact/core/statistics'
import { readClock } from '../../common/clock'
import { coverSlots, leavesOn } from '../attendance'
import { leaves, type LeaveDoc } from '../leave'
import { verdicts, type VerdictDoc } from '../notice'
import { rolls, type RollDoc } from '../roll'
import { OF_THE_CLASS, slips, type SlipDoc } from '../slip'
import type { StatisticsDoc } from './documents'
import { ROLL_UP, rollUps, statistics } from './store'

/** Changes of one look; what is left is found by the next. */
const CHANGES_MOST = 1_000
/** Clocks of function instances differ; what may have been missed is looked at again, milliseconds. */
const OVERLAP_MS = 60_000
/** A class's slips, leaves or verdicts in a month. */
const OF_A_MONTH = 1_000

interface Dirty {
  schoolId: string
  classId: string
  month: string
}

export async function rollUp(until: Instant): Promise<void> {
  const now = readClock()
  const since = ((await rollUps.find(ROLL_UP))?.until ?? 0) - OVERLAP_MS
  const { dirty, seenUntil } = await findChanges(since, now)
  for (const each of dirty) {
    if (readClock() >= until) return
    await rebuild(each)
  }
  if (!(await rollUps.update({ _id: ROLL_UP }, { $set: { until: seenUntil } }))) {
    await rollUps.insert({ _id: ROLL_UP, until: seenUntil })
  }
}

async function findChanges(since: Instant, now: Instant): Promise<{ dirty: Dirty[]; seenUntil: Instant }> {
  const changed = { updatedAt: { $gt: since } }
  const order: [string, 'asc'][] = [['updatedAt', 'asc']]
  const [slipRows, leaveRows, verdictRows, rollRows] = await Promise.all([
    slips.list<SlipDoc>(changed, { limit: CHANGES_MOST, order, fields: { entries: 0, trail: 0, search: 0 } }),
    leaves.list<LeaveDoc>(changed, { limit: CHANGES_MOST, order, fields: { trail: 0 } }),
    verdicts.list<VerdictDoc>({ at: { $gt: since } }, { limit: CHANGES_MOST, order: [['at', 'asc']] }),
    rolls.list<RollDoc>(changed, { limit: CHANGES_MOST, order, fields: { lines: 0, contacts: 0, trail: 0 } }),
  ])
  const monthOf = (at: Instant) => beijingDay(at).slice(0, 7)
  const found: Dirty[] = [
    ...slipRows.map(({ schoolId, classId, publishedAt }) => ({ schoolId, classId, month: monthOf(publishedAt) })),
    // The span, not the dates: days given back by an early return leave their month too.
    ...leaveRows.flatMap(({ schoolId, classId, span }) =>
      monthsOf(span).map((month) => ({ schoolId, classId, month })),
    ),
    ...rollRows.map(({ schoolId, classId, day }) => ({ schoolId, classId, month: day.slice(0, 7) })),
    ...verdictRows.flatMap(({ schoolId, classIds, at }) =>
      classIds.map((classId) => ({ schoolId, classId, month: monthOf(at) })),
    ),
  ]
  const cutOff = (rows: readonly unknown[], last: Instant | undefined) =>
    rows.length < CHANGES_MOST ? now : (last ?? now)
  return {
    dirty: [...new Map(found.map((each) => [`${each.classId}:${each.month}`, each])).values()],
    seenUntil: Math.min(
      cutOff(slipRows, slipRows[slipRows.length - 1]?.updatedAt),
      cutOff(leaveRows, leaveRows[leaveRows.length - 1]?.updatedAt),
      cutOff(rollRows, rollRows[rollRows.length - 1]?.updatedAt),
      cutOff(verdictRows, verdictRows[verdictRows.length - 1]?.at),
    ),
  }
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
    _id: `${classId}:${month}`,
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
