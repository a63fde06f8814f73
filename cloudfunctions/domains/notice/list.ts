// Decides which notices somebody finds in which of their roles, newest first, a page at a time (N01, N12, N14).
import type { Identity, Input, Instant, NoticePage, SlipCounts } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import type { Person } from '../../common/call/person'
import { succeed } from '../../common/call/results'
import { ownChildren } from '../../common/call/session'
import type { Where } from '../../common/store/collection'
import { readPage, type List, type Part } from '../../common/store/pages'
import { COUNT_ENTRIES, familyFields, linesOf, waitingFor, type SlipDoc } from '../slip'
import type { NoticeDoc } from './documents'
import { describeOwnSlip, describeSlip } from '../slip'
import { NOTHING, narrowClass, narrowFamily, narrowOwn, narrowSchool } from './narrow'
import { COUNT_ANSWERS, describeTask, settledPart, waitingPart, type OwnTask } from '../task'
import { describeNotice } from './rows'

const NEWEST_FIRST: Part['order'] = [['publishedAt', -1]]

type Query = Input<'notice.list'>
type CountedSlip = Omit<SlipDoc, 'entries' | 'search'> & { counts: SlipCounts }

export const list: Handler<'notice.list'> = async (query, { person, identity, now }) => {
  switch (identity.role) {
    // A supervisor reads notices as the guardian they are, and no others (M06).
    case 'guardian':
    case 'supervisor':
      return succeed(say(identity, await listForFamily(person, query, now)))
    case 'head_teacher':
    case 'teacher':
      return succeed(say(identity, await listForClass(person, identity, query, now)))
    case 'office':
    case 'principal':
      return succeed(say(identity, await listForSchool(person, identity, query, now)))
    case 'officer':
      return succeed(say(identity, await listForOfficer(person, identity, query)))
    // Neither writes notices nor is written to.
    case 'stand_in':
    case 'bureau':
      return succeed({ rows: [], total: 0 })
  }
}

/** Why nothing new comes (G19). */
const say = ({ stop }: Identity, page: NoticePage): NoticePage => (stop ? { ...page, stop } : page)

/** A parent's list merges all their children: each row carries only their own lines (N16). Unsigned important ones first (N14). */
async function listForFamily(person: Person, query: Query, now: Instant): Promise<NoticePage> {
  const own = ownChildren(person).filter(({ childId }) => query.childId === undefined || childId === query.childId)
  const narrowed = narrowFamily(query, own, now)
  const part = { from: 'slips', order: NEWEST_FIRST, then: [{ $project: familyFields(own) }] }
  const first: Where = { ...waitingFor(own), important: true }
  const rest: Where = query.filter === 'todo' ? waitingFor(own) : linesOf(own)
  const parts: List['parts'] = [
    { ...part, where: { ...first, ...narrowed } },
    { ...part, where: { ...rest, ...narrowed, $nor: [first] } },
  ]
  const { rows, total, next } = await readPage<SlipDoc>(person._id, { parts, countsOnce: true }, query.before)
  return { rows: rows.map((slip) => describeOwnSlip(slip, own)), total, next }
}

/** A class's staff see on top their own posts that are not out yet, then its slips with figures. */
async function listForClass(person: Person, identity: Identity, query: Query, now: Instant): Promise<NoticePage> {
  const { classId, schoolId } = identity
  const { where, counted } = narrowClass(query, now)
  const isOther = query.classId !== undefined && query.classId !== classId
  const waiting = ownPosts({ 'author.openid': person._id, 'classes.classId': classId }, query)
  const [waits, settled] = partsOfStaff(schoolId, person._id, query)
  const out: Part = {
    from: 'slips',
    where: {
      classId,
      ...where,
      // A private notice shows only to its author (C24).
      $or: [{ toChild: { $exists: false } }, { authorOpenid: person._id }],
    },
    by: counted,
    order: NEWEST_FIRST,
    then: counted.length > 0 ? [] : COUNT_ENTRIES,
  }
  // What the class is told stays together; what the school asks of its staff waits on top, and is found behind.
  const isSought = Boolean(query.words) || query.state !== undefined
  const inClass: List['parts'] = isSought
    ? [waiting, out]
    : [waiting, waits, out, ...(query.filter === 'todo' ? [] : [settled])]
  const parts: List['parts'] =
    query.filter === 'staff' ? [waits, settled] : isOther ? [{ ...out, where: NOTHING }] : inClass
  const { rows, total, next } = await readPage<NoticeDoc | CountedSlip | OwnTask>(
    person._id,
    { parts, countsOnce: true },
    query.before,
  )
  const describe = (row: NoticeDoc | CountedSlip | OwnTask) => {
    if ('draft' in row) return describeNotice(row, classId)
    return 'counts' in row ? { ...describeSlip(row), counts: row.counts } : describeTask(row)
  }
  return { rows: rows.map(describe), total, next }
}

/** What the school asks of its staff: what waits for somebody, then the rest (N19). */
function partsOfStaff(schoolId: string, openid: string, { kind }: Query): [Part, Part] {
  const ofKind: Where = kind ? { kind } : {}
  return [waitingPart(schoolId, openid, ofKind), settledPart(schoolId, openid, ofKind)]
}

/** An officer has no class: what the school asks of them, and the own notices to the grade (G01). */
async function listForOfficer(person: Person, { schoolId }: Identity, query: Query): Promise<NoticePage> {
  const [waits, settled] = partsOfStaff(schoolId, person._id, query)
  const own: Part = {
    from: 'notices',
    where: {
      ...{ schoolId, 'author.openid': person._id, 'author.role': 'officer', state: { $ne: 'refused' } },
      ...(query.kind && { 'draft.kind': query.kind }),
    },
    order: [['createdAt', -1]],
    then: [{ $project: { trail: 0, search: 0, versions: 0 } }],
  }
  const parts: List['parts'] =
    query.filter === 'todo' ? [waits] : query.filter === 'staff' ? [waits, settled] : [waits, own, settled]
  const { rows, total, next } = await readPage<NoticeDoc | OwnTask>(person._id, { parts }, query.before)
  return { rows: rows.map((row) => ('draft' in row ? describeNotice(row) : describeTask(row))), total, next }
}

/** What somebody has written that is not out. */
const ownPosts = (theirs: Where, query: Query): Part => ({
  from: 'notices',
  where: { ...theirs, ...narrowOwn(query) },
  order: [['createdAt', -1]],
  then: [{ $project: { trail: 0, search: 0, versions: 0 } }],
})

/**
 * Leaders see one row a notice, whatever the number of classes, with the classes' figures added up; or one class's. On top
 * stands what they have written themselves and is not out yet.
 */
async function listForSchool(person: Person, identity: Identity, query: Query, now: Instant): Promise<NoticePage> {
  const { schoolId } = identity
  const { classId } = query
  const own = { schoolId, 'author.openid': person._id, ...(classId && { 'classes.classId': classId }) }
  const ofNotice = { $expr: { $eq: ['$noticeId', '$$noticeId'] } }
  const to = query.filter === 'staff' ? 'staff' : { $ne: 'child' }
  const out: Part = {
    from: 'notices',
    where: { schoolId, publishedAt: { $gt: 0 }, 'audience.to': to, ...narrowSchool(query, now) },
    order: NEWEST_FIRST,
    then: [
      {
        $lookup: {
          from: 'slips',
          let: { noticeId: '$_id' },
          pipeline: [{ $match: { ...ofNotice, ...(classId && { classId }) } }, ...COUNT_ENTRIES],
          as: 'slips',
        },
      },
      {
        $lookup: {
          from: 'tasks',
          let: { noticeId: '$_id' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$noticeId'] } } }, ...COUNT_ANSWERS],
          as: 'tasks',
        },
      },
      { $project: { trail: 0, search: 0, versions: 0 } },
    ],
  }
  const { rows, total, next } = await readPage<NoticeDoc & Partial<Receipts>>(
    person._id,
    { parts: [ownPosts(own, query), out], countsOnce: true },
    query.before,
  )
  const describe = ({ slips, tasks = [], ...notice }: NoticeDoc & Partial<Receipts>) => ({
    ...describeNotice(notice, classId),
    ...(slips && { counts: countReceipts({ slips, tasks }) }),
  })
  return { rows: rows.map(describe), total, next }
}

interface Receipts {
  slips: CountedSlip[]
  tasks: { total: number; signed: number }[]
}

/** Of the classes, or of the staff. */
function countReceipts({ slips, tasks: [task] }: Receipts): SlipCounts {
  if (!task) return addUp(slips)
  const { total, signed } = task
  return { total, signed, followed: 0, read: 0, missing: total - signed }
}

function addUp(found: CountedSlip[]): SlipCounts {
  const sum = (field: keyof SlipCounts) => found.reduce((total, { counts }) => total + counts[field], 0)
  return {
    total: sum('total'),
    signed: sum('signed'),
    followed: sum('followed'),
    read: sum('read'),
    missing: sum('missing'),
  }
}
