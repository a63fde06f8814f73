// Decides whose a class's figures are: its head teacher's and its school's leaders'; they are read in the same call.
import { LEADERS, type Day, type Input } from '@class-pact/core/contract'
import { beijingDay, instantOf } from '@class-pact/core/calendar'
import { isWithinReach } from '@class-pact/core/statistics'
import type { Session, Whose } from '../../common/call/handlers'
import { identityIn } from '../../common/call/scope'
import type { Stage, Where } from '../../common/store/collection'
import { BOUNDS } from '../../common/store/bounds'
import { lookUpList, type List } from '../../common/store/pages'
import type { SlipEntry } from '@class-pact/core/notice'
import { COUNT_ENTRIES, MISSING_LINES, WANTS_REPLY } from '../slip'
import { readFacts, type FoundBook, type SchoolFacts } from './facts'

export interface FoundClass {
  facts: SchoolFacts
  own: FoundBook
}

/** A child whom some of these slips have not reached: on how many, and its line on the latest. */
export interface Missing {
  _id: string
  notices: number
  entry: SlipEntry
  signFrom?: number | null
}

/** The input names no school: it is that of the class's head teacher, else the one that somebody leads. */
export async function findClass(
  { classId, range, of, after }: Input<'statistics.class'>,
  { person, now }: Session,
): Promise<Whose<FoundClass> | undefined> {
  const reader = identityIn(
    person,
    ['head_teacher', ...LEADERS, 'officer'],
    (each) => each.role !== 'head_teacher' || each.classId === classId,
  )
  if (!reader) return undefined
  const { schoolId } = reader
  const day = isWithinReach(of, beijingDay(now)) ? of : undefined
  const facts = await readFacts({
    ...{ schoolId, classId, range, ...(day && { of: day }), now },
    more: ({ from }) => {
      const running = listRunning(classId, from, person._id)
      return [...lookUpList('running', running, after), lookUpMissing(running.parts[0].where)]
    },
  })
  const own = facts?.classes[0]
  return facts && own && { found: { facts, own }, place: { schoolId, classId, className: own.className } }
}

/** Those that run, the latest first. */
export const listRunning = (classId: string, from: Day, openid: string): List => ({
  parts: [
    {
      from: 'slips',
      where: runningOf(classId, from, openid),
      order: [['publishedAt', -1]],
      then: COUNT_ENTRIES,
    },
  ],
})

/** A private notice counts for its author only (C24). */
const runningOf = (classId: string, from: Day, openid: string): Where => ({
  classId,
  state: 'running',
  replyMode: WANTS_REPLY,
  publishedAt: { $gte: instantOf(from, '00:00') },
  $or: [{ toChild: { $exists: false } }, { authorOpenid: openid }],
})

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
