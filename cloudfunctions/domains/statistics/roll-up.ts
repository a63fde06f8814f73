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
import { joinChanges, readChanges, startOf, UNSETTLED_MS, workThrough, type Changes } from '../../common/store/changes'
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
/** Rows of an older form that one look rebuilds. */
const OLD_MOST = 100
/** None, and every number before this one. */
const OLD_FORMS = [null, ...Array.from({ length: FORM - 1 }, (_, at) => at + 1)]
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
  await rebuildOld(until)
}

/** Rows of an older form, some at a time: they say the same, only slower, until they are rebuilt. */
async function rebuildOld(until: Instant): Promise<void> {
  const old = await statistics.list<Dirty>(
    // By the index alone: a look every minute must not read the rows of every school. How far it has come has no month.
    { form: { $in: OLD_FORMS }, purged: null, month: { $gt: '' } },
    { limit: OLD_MOST, fields: { schoolId: 1, classId: 1, month: 1 } },
  )
  for (const each of old) {
    if (readClock() >= until) return
    await rebuild(each)
  }
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
        // A family may be told in another month than the notice went out.
        tasksOf: ({ schoolId, classId, publishedAt, reachedBy = [] }) =>
          [publishedAt, ...reachedBy.map(({ at }) => at)].map((moment) =>
            dirty({ schoolId, classId, month: monthOf(moment) }),
          ),
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
    const some = await statistics.list<Pick<StatisticsDoc, '_id' | 'asOf' | 'form'>>(
      { _id: { $in: ids.slice(start, start + CHANGES_MOST) } },
      { limit: CHANGES_MOST, fields: { asOf: 1, form: 1 } },
    )
    for (const { _id, asOf, form } of some) if (form === FORM) fresh.set(_id, asOf)
  }
  return fresh
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
    _id: rowId({ schoolId, classId, month }),
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

/** The younger row stays when two runs meet; one whose sources are purged stays as it is. */
async function write(row: StatisticsDoc): Promise<void> {
  const { _id, ...fields } = row
  if (await statistics.update({ _id, asOf: { $lte: row.asOf }, purged: { $exists: false } }, { $set: fields })) return
  await statistics.insert(row)
}
