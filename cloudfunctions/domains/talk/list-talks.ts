// Decides which talks somebody finds: a child's, those that lie with a teacher, the leaders' box; waiting first.
import type { Identity, Input, Instant, TalkRow } from '@class-pact/core/contract'
import { deskAt, isVisible, risesOf, stateOf, type Side } from '@class-pact/core/talk'
import type { Handler } from '../../common/call/handlers'
import { isLeader } from '../../common/call/scope'
import { succeed } from '../../common/call/results'
import type { Stage, Where } from '../../common/store/collection'
import { lookUpList, readList, type List, type Part } from '../../common/store/pages'
import { composeStaffCard } from '@class-pact/core/family'
import type { ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import { people } from '../person'
import type { SchoolDoc } from '../school'
import type { TalkDoc } from './documents'
import { lyingOf, sideOfReader } from './whose'

type Query = Input<'talk.list'>
type ListedClass = Pick<ClassDoc, '_id' | 'headTeacher' | 'teachers'>
type Listed = Omit<TalkDoc, 'trail'> & { its: ListedClass[] }

interface Row {
  pacts: PactDoc[]
  schools: Pick<SchoolDoc, 'kind' | 'calendar'>[]
}

export const listTalks: Handler<'talk.list', undefined> = async (query, { openid, identity, now }) => {
  const side = sideOfReader(identity)
  const list = listFor(query, { identity, openid, now })
  const { schoolId } = identity
  const [row] = await people.aggregate<Row>([
    { $match: { _id: openid } },
    { $project: { _id: 1 } },
    ...lookUpList('talks', list, query.after),
    {
      $lookup: {
        from: 'schools',
        pipeline: [{ $match: { _id: schoolId } }, { $project: { kind: 1, calendar: 1 } }],
        as: 'schools',
      },
    },
    lookUpPact(now, { schoolId }),
  ])
  const { rows, total, next } = readList<Listed>(row, 'talks', list, query.after)
  const [school] = row?.schools ?? []
  const [pact] = row?.pacts ?? []
  const describe = (talk: Listed): TalkRow[] =>
    school && pact ? [describeRow(talk, { school, pact, side, openid, now })] : []
  return succeed({ talks: rows.flatMap(describe), total, next })
}

interface Reading {
  school: Row['schools'][number]
  pact: PactDoc
  side: Side
  openid: string
  now: Instant
}

function describeRow(talk: Listed, { school, pact, side, openid, now }: Reading): TalkRow {
  const { _id: talkId, childId, childName, className, about, matter, waitsSince, openedAt } = talk
  const lying = lyingOf(talk)
  const { desk } = deskAt(lying, risesOf(lying, { pact, calendar: school.calendar }), now)
  const state = stateOf(talk, side, now)
  const seen = talk.letters.filter((letter) => letter.by.openid === openid || isVisible(letter, side, now))
  const times = seen.map(({ at, arrivesAt, by }) => (by.openid === openid ? at : arrivesAt))
  const card = desk === 'head_teacher' || desk === 'teacher' ? cardOf(talk, school) : undefined
  return {
    ...{ talkId, childId, childName, className, about, matter, state },
    owner: { desk, ...(card !== undefined && { card }) },
    lastAt: Math.max(openedAt, ...times),
    ...(state === 'waiting' && waitsSince !== undefined && { since: waitsSince }),
    ...(seen.some(({ important }) => important) && state !== 'closed' && { important: true as const }),
    ...(talk.leadersFrom !== undefined && talk.leadersFrom <= now && { leaders: true as const }),
    ...(talk.letters.every(({ state: stands }) => stands !== 'sent') && { unsent: true as const }),
  }
}

function cardOf({ to, its: [found] }: Listed, { kind }: Pick<SchoolDoc, 'kind'>): string | undefined {
  const isThere = to.desk === 'teacher' && found?.teachers.some(({ openid }) => openid === to.openid)
  if (isThere) return to.card
  return found?.headTeacher && composeStaffCard(found.headTeacher, 'head_teacher', kind)
}

interface Asking {
  identity: Identity
  openid: string
  now: Instant
}

/** What of a thread this side knows of: a letter that has arrived, its own, or the reader's. */
function knownTo(side: Side, openid: string, now: Instant): Where {
  const own = side === 'family' ? 'family' : { $ne: 'family' }
  const arrived = { state: 'sent', arrivesAt: { $lte: now } }
  return {
    $or: [
      { letters: { $elemMatch: arrived } },
      { letters: { $elemMatch: { state: 'sent', 'by.side': own } } },
      { writers: openid },
    ],
  }
}

function listFor(query: Query, asking: Asking): List {
  const { openid, now, identity } = asking
  const side = sideOfReader(identity)
  const { where, by } = placeOf(query, asking)
  const known = knownTo(side, openid, now)
  const isWaiting = side === 'family' ? { $gt: 0 } : { $gt: 0, $lte: now }
  const then: Stage[] = [
    { $project: { trail: 0, 'letters.words': 0, 'letters.reasons': 0, 'letters.files': 0, 'letters.check': 0 } },
    ITS_CLASS,
  ]
  const part = (waits: Where, order: Part['order']): Part => ({
    from: 'talks',
    where: { ...where, $and: [known, waits] },
    ...(by && { by }),
    order,
    then,
  })
  return {
    parts: [
      part({ waitsSince: isWaiting }, [['waitsSince', 1]]),
      part({ $nor: [{ waitsSince: isWaiting }] }, [['updatedAt', -1]]),
    ],
  }
}

const ITS_CLASS: Stage = {
  $lookup: {
    from: 'classes',
    let: { classId: '$classId' },
    pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$classId'] } } }, { $project: { headTeacher: 1, teachers: 1 } }],
    as: 'its',
  },
}

function placeOf(query: Query, { identity, openid, now }: Asking): { where: Where; by?: Stage[] } {
  if (query.of === 'child') return { where: { childId: query.childId } }
  if (query.of === 'school') {
    const from = isLeader(identity) ? 'leadersFrom' : 'disciplineFrom'
    return { where: { schoolId: query.schoolId, [from]: { $lte: now } } }
  }
  const { classId } = query
  if (identity.role === 'teacher') return { where: { classId, 'to.desk': 'teacher', 'to.openid': openid } }
  return { where: { classId, 'to.desk': { $in: ['head_teacher', 'teacher'] } }, by: withHead(openid) }
}

/** What is written to the head teacher, and to a teacher who no longer teaches the class. */
export function withHead(openid: string): Stage[] {
  return [
    ITS_CLASS,
    {
      $match: {
        $or: [
          { 'to.desk': 'head_teacher' },
          { 'to.openid': openid },
          {
            $expr: {
              $not: [{ $in: ['$to.openid', { $ifNull: [{ $arrayElemAt: ['$its.teachers.openid', 0] }, []] }] }],
            },
          },
        ],
      },
    },
  ]
}
