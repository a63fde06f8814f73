// Decides which children of a class are to be brought back, and which of them are back or have left (Q20, L12).
import { absentRow, dueDays, type AbsentDay } from '@class-pact/core/attendance'
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Day, Half, Instant } from '@class-pact/core/contract'
import { dropoutDays } from '@class-pact/core/pact'
import { BOUNDS } from '../../common/store/bounds'
import type { TrailEntry } from '../../common/store/documents'
import { startTrail, withTrail } from '../../common/store/trail'
import { classes, type ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import type { DropoutDoc } from './documents'
import { lookUpCalendar } from './find-class'
import { coverSlots, lookUpLeaves, type LeaveRow } from './look-up'
import { dropouts } from './store'

/** Ten school days, the most that a pact can say, and the longest holiday between them. */
const LOOK_BACK_DAYS = 60

interface Row extends Pick<ClassDoc, '_id' | 'schoolId' | 'name' | 'roster'> {
  schools: Pick<SchoolDoc, 'calendar'>[]
  pacts: PactDoc[]
  rolls: { day: Day; half: Half; absent: string[] }[]
  leaves: LeaveRow[]
  dropouts: Pick<DropoutDoc, '_id' | 'childId' | 'firstDay' | 'lastDay'>[]
}

/** At least once, and the same twice: the id of what it opens is the child's and the first day's. */
export async function seekDropouts(classId: string, now: Instant): Promise<void> {
  const today = beijingDay(now)
  const row = await readAbsent(classId, today, now)
  const calendar = row?.schools[0]?.calendar
  if (!row || !calendar) return
  const least = dropoutDays(row.pacts[0] ?? { rules: {} })
  const days = absentDays(row)
  const known = new Map(row.dropouts.map((each) => [each.childId, each]))
  const { schoolId, name: className } = row
  for (const { childId, no, name } of row.roster) {
    const missed = absentRow(childId, days)
    const [firstDay, lastDay] = [missed[0], missed[missed.length - 1]]
    const before = known.get(childId)
    if (before) {
      if (!lastDay) await close(before._id, 'back', now)
      else if (lastDay > before.lastDay)
        await dropouts.update({ _id: before._id, open: true }, { $set: { lastDay, days: missed.length } })
    } else if (firstDay && lastDay && missed.length >= least) {
      await dropouts.insert({
        _id: `${childId}:${firstDay}`,
        ...{ schoolId, classId, className, childId, no, name, firstDay, lastDay, days: missed.length },
        ...{ openedAt: now, due: dueDays(today, calendar), steps: {}, open: true },
        ...startTrail(acting('attendance.miss', now)),
      })
    }
  }
  const here = new Set(row.roster.map(({ childId }) => childId))
  for (const { _id, childId } of row.dropouts) if (!here.has(childId)) await close(_id, 'left', now)
}

async function readAbsent(classId: string, today: Day, now: Instant): Promise<Row | undefined> {
  const days = { $gte: addDays(today, -LOOK_BACK_DAYS), $lte: today }
  const isAbsent = {
    $filter: { input: { $objectToArray: '$lines' }, as: 'line', cond: { $eq: ['$$line.v.mark', 'absent'] } },
  }
  const [row] = await classes.aggregate<Row>([
    { $match: { _id: classId, archived: { $exists: false } } },
    { $project: { schoolId: 1, name: 1, roster: 1 } },
    lookUpCalendar(),
    lookUpPact(now, { field: 'schoolId' }),
    {
      $lookup: {
        from: 'rolls',
        pipeline: [
          { $match: { classId, day: days, takenAt: { $exists: true } } },
          { $sort: { day: -1 } },
          { $limit: BOUNDS.rollsOfClassTerm },
          { $addFields: { away: isAbsent } },
          { $project: { day: 1, half: 1, absent: '$away.k' } },
        ],
        as: 'rolls',
      },
    },
    lookUpLeaves({ classId, dates: { $elemMatch: days } }),
    {
      $lookup: {
        from: 'dropouts',
        pipeline: [
          { $match: { classId, open: true } },
          { $limit: BOUNDS.childrenOfClass },
          { $project: { childId: 1, firstDay: 1, lastDay: 1 } },
        ],
        as: 'dropouts',
      },
    },
  ])
  return row
}

/** Who was in none of a day's rolls, and had no leave: leave that came later counts (L02). */
function absentDays({ rolls, leaves }: Row): AbsentDay[] {
  const slots = coverSlots(leaves)
  return [...new Set(rolls.map(({ day }) => day))].map((day) => {
    const halves = rolls.filter((roll) => roll.day === day)
    const all = new Set(halves.flatMap(({ absent }) => absent))
    const isGone = (childId: string) =>
      halves.every(({ half, absent }) => absent.includes(childId) && !slots.has(`${childId}:${day}:${half}`))
    return { day, absent: new Set([...all].filter(isGone)) }
  })
}

const acting = (action: string, at: Instant): TrailEntry => ({
  ...{ id: `${action}:${at}`, at, by: 'system', role: 'system', action },
})

async function close(_id: string, how: 'back' | 'left', now: Instant): Promise<void> {
  const change = { $set: { open: false, closed: { at: now, how } } }
  await dropouts.update({ _id, open: true }, withTrail(change, acting('attendance.close', now)))
}
