// Decides which rows of the figures are rebuilt: classes and months in which something has changed (X01–X06).
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import { FOLLOW_UP_WAYS, type Instant } from '@class-pact/core/contract'
import { countEntries } from '@class-pact/core/notice'
import {
  gatherAttendance,
  gatherSlip,
  keepSums,
  monthsOf,
  sumsOf,
  type AttendanceFacts,
  type FollowUpFacts,
} from '@class-pact/core/statistics'
import { readClock } from '../../common/clock'
import type { Reached } from '../../common/store/reached'
import { coverSlots, leavesOn } from '../attendance'
import { leaves, type LeaveDoc } from '../leave'
import { markStaff } from '../office'
import { verdicts, type VerdictDoc } from '../notice'
import { rolls, type RollDoc } from '../roll'
import { OF_THE_CLASS, slips, type SlipDoc } from '../slip'
import { FORM, type StatisticsDoc } from './documents'
import { ROLL_UP, rollUps, statistics } from './store'

/** Changes of one look; what is left is found by the next. */
const CHANGES_MOST = 1_000
/** Clocks of function instances differ; what may have been missed is looked at again, milliseconds. */
const OVERLAP_MS = 60_000
/** Rows of an older form that one look rebuilds. */
const OLD_MOST = 100
/** A class's slips, leaves or verdicts in a month. */
const OF_A_MONTH = 1_000

interface Dirty {
  schoolId: string
  classId: string
  month: string
}
interface Changed extends Dirty {
  at: Instant
}
const idOf = ({ classId, month }: Dirty) => `${classId}:${month}`

export async function rollUp(until: Instant): Promise<void> {
  const now = readClock()
  const since = ((await rollUps.find(ROLL_UP))?.until ?? 0) - OVERLAP_MS
  const { dirty, seenUntil } = await findChanges(since, now)
  for (const each of await stillOld(dirty)) {
    if (readClock() >= until) return
    await rebuild(each)
  }
  if (!(await rollUps.update({ _id: ROLL_UP }, { $set: { until: seenUntil } }))) {
    await rollUps.insert({ _id: ROLL_UP, until: seenUntil })
  }
  await rebuildOld(until)
}

/** Without those that an earlier slice has rebuilt since they changed: what is too much for one is done by several. */
async function stillOld(dirty: readonly Changed[]): Promise<Changed[]> {
  if (dirty.length === 0) return []
  const rows = await statistics.list<Pick<StatisticsDoc, '_id' | 'asOf' | 'form'>>(
    { _id: { $in: dirty.map(idOf) } },
    { limit: dirty.length, fields: { asOf: 1, form: 1 } },
  )
  const fresh = new Map(rows.map(({ _id, asOf, form }) => [_id, form === FORM ? asOf : 0]))
  return dirty.filter((each) => (fresh.get(idOf(each)) ?? 0) <= each.at + OVERLAP_MS)
}

/** Rows of an older form, some at a time: they say the same, only slower, until they are rebuilt. */
async function rebuildOld(until: Instant): Promise<void> {
  const old = await statistics.list<Dirty>(
    { form: { $ne: FORM }, month: { $exists: true } },
    { limit: OLD_MOST, fields: { schoolId: 1, classId: 1, month: 1 } },
  )
  for (const each of old) {
    if (readClock() >= until) return
    await rebuild(each)
  }
}

async function findChanges(since: Instant, now: Instant): Promise<{ dirty: Changed[]; seenUntil: Instant }> {
  const changed = { updatedAt: { $gt: since } }
  const order: [string, 'asc'][] = [['updatedAt', 'asc']]
  const [slipRows, leaveRows, verdictRows, rollRows] = await Promise.all([
    slips.list<SlipDoc>(changed, { limit: CHANGES_MOST, order, fields: { entries: 0, trail: 0, search: 0 } }),
    leaves.list<LeaveDoc>(changed, { limit: CHANGES_MOST, order, fields: { trail: 0 } }),
    verdicts.list<VerdictDoc>({ at: { $gt: since } }, { limit: CHANGES_MOST, order: [['at', 'asc']] }),
    rolls.list<RollDoc>(changed, { limit: CHANGES_MOST, order, fields: { lines: 0, contacts: 0, trail: 0 } }),
  ])
  const monthOf = (at: Instant) => beijingDay(at).slice(0, 7)
  const found: Changed[] = [
    ...slipRows.flatMap(({ schoolId, classId, publishedAt, updatedAt, reachedBy = [] }) =>
      [publishedAt, ...reachedBy.map(({ at }) => at)].map((moment) => ({
        ...{ schoolId, classId, month: monthOf(moment), at: updatedAt },
      })),
    ),
    // The span, not the dates: days given back by an early return leave their month too.
    ...leaveRows.flatMap(({ schoolId, classId, span, updatedAt: at }) =>
      monthsOf(span).map((month) => ({ schoolId, classId, month, at })),
    ),
    ...rollRows.map(({ schoolId, classId, day, updatedAt: at }) => ({
      ...{ schoolId, classId, month: day.slice(0, 7), at },
    })),
    ...verdictRows.flatMap(({ schoolId, classIds, at }) =>
      classIds.map((classId) => ({ schoolId, classId, month: monthOf(at), at })),
    ),
  ]
  const cutOff = (rows: readonly unknown[], last: Instant | undefined) =>
    rows.length < CHANGES_MOST ? now : (last ?? now)
  return {
    // Of several changes the latest.
    dirty: [...new Map(found.sort((a, b) => a.at - b.at).map((each) => [idOf(each), each])).values()],
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
  const [slipRows, leaveRows, verdictRows, rollRows, reachedRows] = await Promise.all([
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
    slips.list<Pick<SlipDoc, 'reachedBy'>>(
      { classId, reachedBy: { $elemMatch: { at: inside } } },
      { limit: OF_A_MONTH, fields: { reachedBy: 1 } },
    ),
  ])
  const facts = {
    slips: slipRows.map((slip) =>
      gatherSlip({ ...slip, by: markStaff(schoolId, slip.authorOpenid) }, countEntries(slip.entries, slip.signFrom)),
    ),
    attendance: gatherDays(rollRows, leaveRows),
    verdicts: verdictRows.map(({ _id, at, rules, verdict, authorOpenid }) => ({
      ...{ id: _id, at, rules, verdict },
      by: markStaff(schoolId, authorOpenid),
    })),
    followUps: reachedRows.flatMap(({ reachedBy = [] }) => followUpsIn(reachedBy, inside)),
  }
  await write({
    _id: idOf({ schoolId, classId, month }),
    schoolId,
    classId,
    month,
    ...{ asOf, form: FORM },
    ...facts,
    sums: keepSums(sumsOf(facts), asOf),
    leaves: leaveRows
      .filter(({ state }) => state !== 'pending')
      .flatMap(({ childId, kind, dates }) =>
        dates.filter((day) => day.startsWith(month)).map((day) => ({ day, kind, childId })),
      ),
  })
}

const followUpsIn = (reached: readonly Reached[], { $gte, $lt }: { $gte: Instant; $lt: Instant }): FollowUpFacts[] =>
  reached
    .filter(({ at }) => at >= $gte && at < $lt)
    .flatMap(({ at, way }) => FOLLOW_UP_WAYS.filter((each) => each === way).map((each) => ({ at, way: each })))

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
