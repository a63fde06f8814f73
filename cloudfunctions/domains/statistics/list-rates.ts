// Decides the lists behind the rates: the slips and rolls they are made of, from the rows that figures add up.
import { instantOf } from '@class-pact/core/calendar'
import type { RollCounts, SlipSums, StatisticsItem } from '@class-pact/core/contract'
import type { AttendanceFacts, SlipFacts } from '@class-pact/core/statistics'
import { monthsOf } from '@class-pact/core/statistics'
import type { Stage, Where } from '../../common/store/collection'
import { lookUpList, readList, type List, type Part } from '../../common/store/pages'
import { schools } from '../school'
import { WANTS_REPLY } from '../slip'
import { classOf, type Listed, type Looked } from './listed'

/** One fact of a row: `fact` is the slip or the day. */
interface FactRow<Fact> {
  classId: string
  fact: Fact
}

/** The facts of a field that fall into the range, of classes that are here. */
function factsOf({ query, found, classIds }: Looked, field: 'slips' | 'attendance', where: Where): Part {
  const here = classIds ?? found.classes.map(({ classId }) => classId)
  return {
    from: 'statistics',
    where: { schoolId: query.schoolId, month: { $in: monthsOf(found.period) }, classId: { $in: here } },
    by: [
      { $project: { classId: 1, fact: `$${field}` } },
      { $unwind: { path: '$fact', includeArrayIndex: 'place' } },
      { $match: where },
      { $addFields: { _id: { $concat: ['$_id', '#', { $toString: '$place' }] } } },
    ],
    order: [[field === 'slips' ? 'fact.publishedAt' : 'fact.day', -1]],
    then: [{ $project: { 'fact.minutes': 0 } }],
  }
}

const addUp = ({ from, where, by = [] }: Part, pick: string, fields: readonly string[]): Stage => ({
  $lookup: {
    from,
    pipeline: [
      { $match: where },
      ...by,
      { $group: { _id: null, ...Object.fromEntries(fields.map((field) => [field, { $sum: `${pick}.${field}` }])) } },
    ],
    as: 'sums',
  },
})

/** A page of the facts, and all of them added up; one call. */
async function readFactsOf<Fact, Sums>(looked: Looked, part: Part, sums: Stage) {
  const { schoolId, after } = looked.query
  const list: List = { parts: [part] }
  const [row] = await schools.aggregate<{ sums: Sums[] }>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    ...lookUpList('facts', list, after),
    sums,
    { $limit: 1 },
  ])
  return { ...readList<FactRow<Fact>>(row, 'facts', list, after), sums: row?.sums[0] }
}

const SLIP_SUMS = ['total', 'signed', 'followed'] as const
const ROLL_SUMS = ['total', 'present', 'late', 'early', 'leave', 'absent'] as const

/** What is left of a sum; without any line nothing was added. */
const pickSums = <Field extends string>(fields: readonly Field[], sums: Partial<Record<Field, number>> | undefined) =>
  Object.fromEntries(fields.map((field) => [field, sums?.[field] ?? 0])) as Record<Field, number>

/** Slips that want a reply, as the sign-off and reached rates count them (X01). */
export async function listSlips(looked: Looked): Promise<Listed> {
  const { span, found } = looked
  const part = factsOf(looked, 'slips', {
    ...{ 'fact.publishedAt': { $gte: span.from, $lt: span.until } },
    ...{ 'fact.state': { $ne: 'withdrawn' }, 'fact.replyMode': WANTS_REPLY },
  })
  const { rows, total, next, sums } = await readFactsOf<SlipFacts, SlipSums>(
    looked,
    part,
    addUp(part, '$fact.counts', SLIP_SUMS),
  )
  return {
    ...{ total, next, sums: { slips: pickSums(SLIP_SUMS, sums) } },
    items: rows.map(({ classId, fact: { noticeId, title, publishedAt: at, counts } }): StatisticsItem => ({
      ...{ kind: 'slip', noticeId, title, at, counts, classId },
      ...classOf(found, classId),
    })),
  }
}

/** Days of classes on which a roll was taken, as the rate of attendance counts them (X06). */
export async function listRolls(looked: Looked): Promise<Listed> {
  const { found } = looked
  const { from, to } = found.period
  const part = factsOf(looked, 'attendance', { 'fact.day': { $gte: from, $lte: to } })
  const { rows, total, next, sums } = await readFactsOf<AttendanceFacts, RollCounts>(
    looked,
    part,
    addUp(part, '$fact', ROLL_SUMS),
  )
  return {
    ...{ total, next, sums: { rolls: pickSums(ROLL_SUMS, sums) } },
    items: rows.map(({ classId, fact }): StatisticsItem => ({
      ...{ kind: 'roll', day: fact.day, at: instantOf(fact.day, '00:00'), counts: pickSums(ROLL_SUMS, fact), classId },
      ...classOf(found, classId),
    })),
  }
}
