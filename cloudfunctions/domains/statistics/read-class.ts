// Decides one class's page: its figures, its notices, and the children some notice has not reached.
import { beijingDay, instantOf } from '@class-pact/core/calendar'
import type { ClassStatistics, Day } from '@class-pact/core/contract'
import { entryState, type SlipEntry } from '@class-pact/core/notice'
import { classFigures, countAttendance, withinRange } from '@class-pact/core/statistics'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import { lookUpList, readList, type List } from '../../common/store/pages'
import { people } from '../person'
import { COUNT_ENTRIES, MISSING_LINES, WANTS_REPLY } from '../slip'
import { describeRunning, type CountedSlip } from '../today'
import type { FoundClass } from './find-class'

type Line = ClassStatistics['unreachedChildren'][number]

export const readClass: Handler<'statistics.class', FoundClass> = async ({ classId, range, after }, session) => {
  const { person, now, found } = session
  const { facts, own } = found
  const where = runningOf(classId, facts.days.from, person._id)
  const running: List = { parts: [{ from: 'slips', where, order: [['publishedAt', -1]], then: COUNT_ENTRIES }] }
  const [row] = await people.aggregate<{ missing: Missing[] }>([
    { $match: { _id: person._id } },
    { $project: { _id: 1 } },
    ...lookUpList('running', running, after),
    lookUpMissing(where),
  ])
  const { rows, total, next } = readList<CountedSlip>(row, 'running', running)
  return succeed({
    range,
    asOf: facts.asOf,
    figures: classFigures(withinRange(own, facts.days), beijingDay(now)),
    attendance: countAttendance([own], beijingDay(now), facts.school.calendar),
    notices: rows.map((slip) => describeRunning(slip, now)),
    ...{ total, next },
    unreachedChildren: (row?.missing ?? []).map(describeMissing).sort(byNumber),
  })
}

/** A private notice counts for its author only (C24). */
const runningOf = (classId: string, from: Day, openid: string): Where => ({
  classId,
  state: 'running',
  replyMode: WANTS_REPLY,
  publishedAt: { $gte: instantOf(from, '00:00') },
  $or: [{ toChild: { $exists: false } }, { authorOpenid: openid }],
})

/** A child whom some of these slips have not reached: on how many, and its line on the latest. */
interface Missing {
  _id: string
  notices: number
  entry: SlipEntry
  signFrom?: number | null
}

/** `missingChildren` of core/notice, asked of the database over all of the class's running slips. */
function lookUpMissing(where: Where): Stage {
  return {
    $lookup: {
      from: 'slips',
      pipeline: [
        { $match: where },
        { $sort: { publishedAt: -1 } },
        { $project: { signFrom: 1, lines: { $objectToArray: '$entries' } } },
        { $addFields: { lines: MISSING_LINES } },
        { $unwind: '$lines' },
        {
          $group: {
            _id: '$lines.k',
            notices: { $sum: 1 },
            entry: { $first: '$lines.v' },
            signFrom: { $first: '$signFrom' },
          },
        },
        { $limit: BOUNDS.childrenOfClass },
      ],
      as: 'missing',
    },
  }
}

const describeMissing = ({ _id: childId, notices, entry, signFrom }: Missing): Line => ({
  ...{ childId, no: entry.no, name: entry.name, notices, state: entryState(entry, signFrom ?? undefined) },
})

/** In roll order, never by how often (X08). */
const byNumber = (a: Line, b: Line) => a.no.localeCompare(b.no, 'en', { numeric: true })
