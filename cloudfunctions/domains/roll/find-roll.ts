// Decides what is known before a roll is read or changed: class, calendar, pact, leave, and what is kept.
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Cite, Day, Half, Instant } from '@class-pact/core/contract'
import { citeRule, contactMinutes } from '@class-pact/core/pact'
import { halfAt, type CoveringLeave } from '@class-pact/core/roll'
import type { Session, Whose } from '../../common/call/handlers'
import { BOUNDS } from '../../common/store/bounds'
import { classes, type ClassDoc } from '../class'
import { teacherCard, type LeaveDoc } from '../leave'
import { lookUpPact, type PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import type { RollDoc } from './documents'
import { rollId } from './store'

/** Whoever has not come back by then is somebody else's question: the leaders', and the register's. */
const EXPECTED_DAYS = 7

/** A leave that is over, and nobody has seen the child since. */
export interface ExpectedBack {
  leaveId: string
  decidedAt: Instant
}

/** A leave that is over keeps the half days it was used for, and nothing else. */
export const COVERING_STATES = ['pending', 'approved', 'returned']

export interface FoundRoll {
  place: Pick<ClassDoc, '_id' | 'schoolId' | 'name' | 'roster'>
  /** The card of whoever has to look for a child that is missing. */
  owner: string
  /** Where the pact says so (L05). */
  cite?: Cite
  calendar: SchoolDoc['calendar']
  /** After how many the leaders are told (L05). */
  minutes: number
  day: Day
  half: Half
  leaves: Map<string, CoveringLeave>
  /** By child: should be back in this half day, or since an earlier one (L08). */
  expected: Map<string, ExpectedBack>
  roll?: RollDoc
  /** The same day's other roll, if there is one. */
  other?: RollDoc
}

interface Row extends Pick<ClassDoc, '_id' | 'schoolId' | 'name' | 'roster' | 'headTeacher' | 'standIn'> {
  schools: Pick<SchoolDoc, 'calendar'>[]
  pacts: PactDoc[]
  leaves: Pick<LeaveDoc, '_id' | 'childId' | 'kind' | 'state'>[]
  expected: Pick<LeaveDoc, '_id' | 'childId' | 'back' | 'decidedAt'>[]
  rolls: RollDoc[]
}

interface Named {
  classId: string
  day?: Day
  half?: Half
}

/** The class's roll of a half day, in one call. Whoever has a role in the class, or leads its school, finds it. */
export async function findRoll(input: Named, { now }: Pick<Session, 'now'>): Promise<Whose<FoundRoll> | undefined> {
  const found = await readRoll(input, now)
  if (!found) return undefined
  const { _id: classId, schoolId, name: className } = found.place
  return { found, place: { schoolId, classId, className } }
}

export async function readRoll(input: Named, now: Instant): Promise<FoundRoll | undefined> {
  const { classId, day = beijingDay(now), half = halfAt(now) } = input
  const [row] = await classes.aggregate<Row>([
    { $match: { _id: classId, archived: { $exists: false } } },
    { $project: { schoolId: 1, name: 1, roster: 1, headTeacher: 1, standIn: 1 } },
    {
      $lookup: {
        from: 'schools',
        let: { school: '$schoolId' },
        pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$school'] } } }, { $project: { calendar: 1 } }],
        as: 'schools',
      },
    },
    lookUpPact(now, { field: 'schoolId' }),
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { classId, dates: day, state: { $in: COVERING_STATES } } },
          { $addFields: { covers: { $in: [{ $concat: ['$childId', `:${day}:${half}`] }, '$slots'] } } },
          { $match: { covers: true } },
          { $limit: BOUNDS.childrenOfClass },
          { $project: { childId: 1, kind: 1, state: 1 } },
        ],
        as: 'leaves',
      },
    },
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { classId, state: 'approved', 'back.day': { $gte: addDays(day, -EXPECTED_DAYS), $lte: day } } },
          { $limit: BOUNDS.childrenOfClass },
          { $project: { childId: 1, back: 1, decidedAt: 1 } },
        ],
        as: 'expected',
      },
    },
    {
      $lookup: {
        from: 'rolls',
        pipeline: [{ $match: { _id: { $in: [rollId(classId, day, 'am'), rollId(classId, day, 'pm')] } } }],
        as: 'rolls',
      },
    },
  ])
  const [school, pact] = [row?.schools[0], row?.pacts[0]]
  if (!row || !school) return undefined
  return {
    place: { _id: row._id, schoolId: row.schoolId, name: row.name, roster: row.roster },
    calendar: school.calendar,
    owner: ownerOf(row, day),
    ...(pact?.rules.L05 && { cite: citeRule(pact, 'L05') }),
    minutes: contactMinutes(pact ?? { rules: {} }),
    ...{ day, half },
    leaves: new Map(
      row.leaves.map(({ _id: leaveId, childId, kind, state }) => [
        childId,
        { leaveId, kind, ...(state === 'pending' && { pending: true as const }) },
      ]),
    ),
    expected: new Map(
      row.expected.flatMap(({ _id: leaveId, childId, back, decidedAt = 0 }) =>
        back && (back.day < day || back.half <= half) ? [[childId, { leaveId, decidedAt }]] : [],
      ),
    ),
    roll: row.rolls.find((each) => each.half === half),
    other: row.rolls.find((each) => each.half !== half),
  }
}

/** The head teacher, or whoever stands in for the head teacher that day. */
function ownerOf({ headTeacher, standIn }: Pick<ClassDoc, 'headTeacher' | 'standIn'>, day: Day): string {
  return standIn && standIn.from <= day && standIn.to >= day ? standIn.card : teacherCard(headTeacher)
}
