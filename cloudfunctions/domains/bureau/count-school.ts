// Decides how a school's sums for the bureau are counted: every night, from the roll-ups and the registers (G22).
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { SchoolSums } from '@class-pact/core/bureau'
import type { Instant } from '@class-pact/core/contract'
import { monthsOf } from '@class-pact/core/statistics'
import { termNow } from './term'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Stage } from '../../common/store/collection'
import { schools } from '../school'
import { WANTS_REPLY } from '../slip'
import type { BureauSeatDoc } from './documents'
import { seats } from './store'

/** Before the day begins, and after the night's other duties. */
const COUNTED_AT = '05:00'

interface Row {
  slips: { asked: number; signed: number; followed: number }[]
  leaves: { days: number }[]
  entries: { _id: string; count: number }[]
  children: { count: number }[]
}

export async function countSchool({ _id: schoolId, state }: BureauSeatDoc): Promise<StepDone> {
  if (state !== 'held') return 'done'
  const now = readClock()
  const { from } = termNow(now)
  const sums = await sumSchool(schoolId, now)
  await seats.update({ _id: schoolId, state: 'held' }, { $set: { sums: { ...sums, from, asOf: now } } })
  return { next: { kind: 'settle', at: instantOf(addDays(beijingDay(now), 1), COUNTED_AT) } }
}

/** One call: what leaves the database is a handful of numbers. */
async function sumSchool(schoolId: string, now: Instant): Promise<SchoolSums> {
  const term = termNow(now)
  const ofTerm = { $match: { schoolId, month: { $in: monthsOf(term) } } }
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    lookUp('statistics', 'slips', [
      ofTerm,
      { $project: { 'slips.state': 1, 'slips.replyMode': 1, 'slips.counts': 1 } },
      { $unwind: '$slips' },
      { $match: { 'slips.state': { $ne: 'withdrawn' }, 'slips.replyMode': WANTS_REPLY } },
      {
        $group: {
          _id: null,
          asked: { $sum: '$slips.counts.total' },
          signed: { $sum: '$slips.counts.signed' },
          followed: { $sum: '$slips.counts.followed' },
        },
      },
    ]),
    lookUp('statistics', 'leaves', [
      ofTerm,
      { $project: { days: { $size: '$leaves' } } },
      { $group: { _id: null, days: { $sum: '$days' } } },
    ]),
    lookUp('entries', 'entries', [
      { $match: { schoolId, on: { $gte: term.from, $lte: term.to }, state: { $in: ['open', 'done'] } } },
      { $group: { _id: '$state', count: { $sum: 1 } } },
    ]),
    lookUp('children', 'children', [{ $match: { schoolId } }, { $count: 'count' }]),
    { $limit: 1 },
  ])
  const { asked = 0, signed = 0, followed = 0 } = row?.slips[0] ?? {}
  const entriesIn = (state: string) => row?.entries.find(({ _id }) => _id === state)?.count ?? 0
  return {
    ...{ asked, reached: signed + followed, leaves: row?.leaves[0]?.days ?? 0 },
    ...{ registersDone: entriesIn('done'), registersOpen: entriesIn('open') },
    children: row?.children[0]?.count ?? 0,
  }
}

const lookUp = (from: string, as: string, pipeline: Stage[]): Stage => ({ $lookup: { from, pipeline, as } })
