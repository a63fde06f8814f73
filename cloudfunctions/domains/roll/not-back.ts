// Decides that somebody looks for a child who has not come back after leave, also where nobody takes the roll (L08).
import { addDays, beijingDay, instantOf, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { Day, Half, Instant } from '@class-pact/core/contract'
import { checkTime, openContact, type KeptContact } from '@class-pact/core/roll'
import { readClock } from '../../common/clock'
import { BOUNDS } from '../../common/store/bounds'
import { startTrail, withTrail } from '../../common/store/trail'
import type { TrailEntry } from '../../common/store/documents'
import { leaves } from '../leave'
import type { SchoolDoc } from '../school'
import { afterChange } from './change-roll'
import { readRoll, type FoundRoll } from './find-roll'
import { seenIn } from './seen-children'
import { rolls } from './store'

/** After the check of the half day on which the child should be back. */
const WAIT_MS = 3_600_000
/** What a long outage has left is still looked for, days. */
const KEPT_DAYS = 7

interface Return {
  _id: { schoolId: string; classId: string; day: Day; half: Half }
  schools: Pick<SchoolDoc, 'calendar'>[]
}

/** Class by class, as far as the time reaches: each is noted when it is done, a crash in between looks again. */
export async function lookForReturned(until: Instant): Promise<void> {
  const now = readClock()
  const today = beijingDay(now)
  const found = await leaves.aggregate<Return>([
    {
      $match: {
        state: 'approved',
        'back.day': { $gte: addDays(today, -KEPT_DAYS), $lte: today },
        sought: { $exists: false },
      },
    },
    { $group: { _id: { schoolId: '$schoolId', classId: '$classId', day: '$back.day', half: '$back.half' } } },
    { $sort: { '_id.day': 1, '_id.half': 1 } },
    { $limit: BOUNDS.classesOfSchool },
    {
      $lookup: {
        from: 'schools',
        let: { school: '$_id.schoolId' },
        pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$school'] } } }, { $project: { calendar: 1 } }],
        as: 'schools',
      },
    },
  ])
  for (const { _id: place, schools } of found) {
    if (readClock() >= until) return
    const calendar = schools[0]?.calendar
    if (calendar && now >= waitedAt(place, calendar)) await lookInto(place, now)
  }
}

const waitedAt = ({ day, half }: { day: Day; half: Half }, calendar: SchoolDoc['calendar']): Instant =>
  instantOf(day, checkTime(half, calendar)) + WAIT_MS

async function lookInto({ classId, day, half }: Return['_id'], now: Instant): Promise<void> {
  const found = await readRoll({ classId, day, half }, now)
  if (found && !(await openSearches(found, now))) return
  const theirs = found
    ? { _id: { $in: [...found.expected.values()].map(({ leaveId }) => leaveId) } }
    : { classId, 'back.day': day, 'back.half': half }
  await leaves.update({ ...theirs, state: 'approved' }, { $set: { sought: true } })
}

/** False: somebody has changed the roll at the same moment, look again. */
async function openSearches(found: FoundRoll, now: Instant): Promise<boolean> {
  const { place, calendar, day, half, expected, leaves: covering, roll, minutes, owner } = found
  if (!mayBeSchoolDay(day, calendar)) return true
  const here = roll ? seenIn(roll) : new Map<string, unknown>()
  const waited = waitedAt({ day, half }, calendar)
  const opened = place.roster.flatMap(({ childId, no, name }): [string, KeptContact][] => {
    const leave = expected.get(childId)
    if (!leave || covering.has(childId) || here.has(childId) || roll?.contacts[childId]) return []
    // Leave that was approved late could not be missed before.
    const since = Math.max(waited, leave.decidedAt)
    return [[childId, openContact({ no, name }, { why: 'not_back', since, minutes, owner })]]
  })
  if (opened.length === 0) return true
  const contacts = { ...roll?.contacts, ...Object.fromEntries(opened) }
  const next = afterChange(found, { contacts, duty: { kind: 'tell', at: now, lease: 0, tries: 0 } }, now)
  const act: TrailEntry = { id: `expect:${now}`, at: now, by: 'system', role: 'system', action: 'roll.expect' }
  if (!roll) return rolls.insert({ ...next, ...startTrail(act) })
  const { contacts: _contacts, open, duty, version, updatedAt } = next
  const change = { $set: { contacts, open, duty, version, updatedAt } }
  return (await rolls.update({ _id: roll._id, version: roll.version }, withTrail(change, act))) > 0
}
