// Decides what a class's sick children come to: a warning a symptom that gathers, one an outbreak (screens.md 4).
import {
  findOutbreaks,
  firstDayFor,
  SAME_OUTBREAK_DAYS,
  sightLeave,
  sightRoll,
  type Outbreak,
} from '@class-pact/core/attendance'
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import { byNumber } from '@class-pact/core/child'
import type { Day, Instant } from '@class-pact/core/contract'
import { BOUNDS } from '../../common/store/bounds'
import type { TrailEntry } from '../../common/store/documents'
import { startTrail, withTrail } from '../../common/store/trail'
import { classes, type ClassDoc } from '../class'
import type { LeaveDoc } from '../leave'
import type { WarningDoc } from './documents'
import { lookUpRolls, ON_LEAVE, type RollRow } from './look-up'
import { warnings } from './store'

interface Row extends Pick<ClassDoc, '_id' | 'schoolId' | 'name'> {
  rolls: RollRow[]
  leaves: Pick<LeaveDoc, 'childId' | 'childName' | 'no' | 'kind' | 'dates' | 'submittedAt'>[]
  warnings: WarningDoc[]
}

export async function recount(classId: string, now: Instant): Promise<void> {
  const today = beijingDay(now)
  const row = await readDays(classId, today)
  if (!row) return
  const outbreaks = findOutbreaks(sightingsOf(row, today), today)
  for (const outbreak of outbreaks) {
    const before = row.warnings.find(({ symptom }) => symptom === outbreak.symptom)
    await (before ? goOn(before, outbreak, today, now) : warn(row, outbreak, today, now))
  }
  const gone = row.warnings.filter(
    ({ symptom, lastDay, open }) =>
      open && lastDay === today && !outbreaks.some((outbreak) => outbreak.symptom === symptom),
  )
  for (const each of gone) await takeBack(each, today, now)
}

async function readDays(classId: string, today: Day): Promise<Row | undefined> {
  const days = { $gte: firstDayFor(today), $lte: today }
  const [row] = await classes.aggregate<Row>([
    { $match: { _id: classId } },
    { $project: { schoolId: 1, name: 1 } },
    lookUpRolls({ classId, day: days }),
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { classId, dates: { $elemMatch: days }, ...ON_LEAVE } },
          { $limit: BOUNDS.childrenOfSchool },
          { $project: { childId: 1, childName: 1, no: 1, kind: 1, dates: 1, submittedAt: 1 } },
        ],
        as: 'leaves',
      },
    },
    {
      $lookup: {
        from: 'warnings',
        pipeline: [
          { $match: { classId, lastDay: { $gte: addDays(today, -SAME_OUTBREAK_DAYS) } } },
          { $sort: { firstDay: -1 } },
          { $limit: BOUNDS.warningsOfClass },
          { $project: { trail: 0 } },
        ],
        as: 'warnings',
      },
    },
  ])
  return row
}

function sightingsOf({ rolls, leaves }: Row, today: Day) {
  const first = firstDayFor(today)
  return [
    ...leaves.flatMap((leave) =>
      sightLeave(
        leave,
        leave.dates.filter((day) => day >= first && day <= today),
        (day) => Math.max(leave.submittedAt, instantOf(day, '00:00')),
      ),
    ),
    ...rolls.flatMap(({ day, half, takenAt, lines }) => (takenAt ? sightRoll({ day, half, takenAt, lines }) : [])),
  ]
}

const counted = ({ today, children, cases }: Outbreak, lastDay: Day, asOf: Instant) => ({
  ...{ lastDay, today, children, asOf },
  cases: cases.map(({ childId, no, name, day }) => ({ childId, no, name, day })).sort(byNumber),
})

const acting = (action: string, at: Instant, id: string): TrailEntry => ({
  ...{ id: `${action}:${id}`, at, by: 'system', role: 'system', action },
})

/** Its id lets one of two looks at the same moment open it. */
async function warn(row: Row, outbreak: Outbreak, today: Day, now: Instant): Promise<void> {
  const { _id: classId, schoolId, name: className } = row
  const { symptom, since } = outbreak
  await warnings.insert({
    _id: `${classId}:${symptom}:${today}`,
    ...{ schoolId, classId, className, symptom, firstDay: today, since, open: true },
    duty: { kind: 'tell', at: now, lease: 0, tries: 0 },
    ...counted(outbreak, today, now),
    ...startTrail(acting('attendance.warn', now, today)),
  })
}

/** The same outbreak, with more children or on another day: what a leader found to be none begins anew with more. */
async function goOn(before: WarningDoc, outbreak: Outbreak, today: Day, now: Instant): Promise<void> {
  const { _id, asOf, closed } = before
  const again = closed !== undefined && outbreak.children > closed.children
  const isSame =
    before.lastDay === today &&
    before.today === outbreak.today &&
    before.children === outbreak.children &&
    before.cases.length === outbreak.cases.length
  if (isSame && !again) return
  const stands = { _id, asOf: { $lte: now }, ...(closed && { 'closed.at': closed.at }) }
  const change = {
    $set: { ...counted(outbreak, today, now), ...(again && { open: true, since: outbreak.since }) },
    ...(again && { $unset: { closed: '', verified: '' } }),
  }
  const act = acting('attendance.warn', now, `${today}:${asOf}`)
  await warnings.update(stands, again ? withTrail(change, act) : change)
}

/** A mark was wrong: there are too few after all. */
async function takeBack({ _id, lastDay, asOf }: WarningDoc, today: Day, now: Instant): Promise<void> {
  const change = { $set: { open: false, closed: { at: now, children: 0 }, asOf: now } }
  const act = acting('attendance.unwarn', now, `${today}:${asOf}`)
  await warnings.update({ _id, lastDay, open: true, asOf: { $lte: now } }, withTrail(change, act))
}
