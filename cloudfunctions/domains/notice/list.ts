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
    // Neither writes notices nor is written to.
    case 'officer':
    case 'stand_in':
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
  const { classId } = identity
  const { where, counted } = narrowClass(query, now)
  const isOther = query.classId !== undefined && query.classId !== classId
  const waiting = ownPosts({ 'author.openid': person._id, 'classes.classId': classId }, query)
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
  const parts: List['parts'] = isOther ? [{ ...out, where: NOTHING }] : [waiting, out]
  const { rows, total, next } = await readPage<NoticeDoc | CountedSlip>(
    person._id,
    { parts, countsOnce: true },
    query.before,
  )
  const describe = (row: NoticeDoc | CountedSlip) =>
    'draft' in row ? describeNotice(row, classId) : { ...describeSlip(row), counts: row.counts }
  return { rows: rows.map(describe), total, next }
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
  const out: Part = {
    from: 'notices',
    where: { schoolId, publishedAt: { $gt: 0 }, 'audience.to': { $ne: 'child' }, ...narrowSchool(query, now) },
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
      { $project: { trail: 0, search: 0, versions: 0 } },
    ],
  }
  const { rows, total, next } = await readPage<NoticeDoc & { slips?: CountedSlip[] }>(
    person._id,
    { parts: [ownPosts(own, query), out], countsOnce: true },
    query.before,
  )
  const describe = ({ slips, ...notice }: NoticeDoc & { slips?: CountedSlip[] }) => ({
    ...describeNotice(notice, classId),
    ...(slips && { counts: addUp(slips) }),
  })
  return { rows: rows.map(describe), total, next }
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
