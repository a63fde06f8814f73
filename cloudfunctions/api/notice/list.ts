// Decides which notices somebody finds in which of their roles, newest first, a page at a time (N01, N12, N14).
import { limits, type Identity, type Input, type NoticePage, type SlipCounts } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { COUNT_ENTRIES } from '../../common/store/count-entries'
import type { Stage, Where } from '../../common/store/collection'
import type { NoticeDoc, Person, SlipDoc } from '../../common/store/documents'
import { notices } from '../../common/store/notices'
import { slips } from '../../common/store/slips'
import { WANTS_REPLY, familyFields, linesOf, ownChildren, waitingFor } from '../../common/notice/own-slips'
import { cutPage } from './pages'
import { describeNotice, describeOwnSlip, describeSlip } from './rows'

type Query = Input<'notice.list'>
type CountedSlip = Omit<SlipDoc, 'entries'> & { counts: SlipCounts }

const NEWEST_FIRST: Stage = { $sort: { publishedAt: -1, _id: 1 } }
/** One row more than a page tells whether there is another page. */
const ONE_PAGE: Stage = { $limit: limits.PAGE_SIZE + 1 }

export const list: Handler<'notice.list'> = async (query, { person }) => {
  const identity = person.identities.find(({ key }) => key === query.identity)
  if (!identity) return refuse('FORBIDDEN')
  switch (identity.role) {
    // A supervisor reads notices as the guardian they are, and no others (M06).
    case 'guardian':
    case 'supervisor':
      return succeed(await listForFamily(person, query))
    case 'head_teacher':
    case 'teacher':
      return succeed(await listForClass(person, identity, query))
    case 'office':
    case 'principal':
      return succeed(await listForSchool(identity, query))
  }
}

/** A parent's list merges all their children: each row carries only their own lines (N16). */
async function listForFamily(person: Person, query: Query): Promise<NoticePage> {
  const own = ownChildren(person)
  const waiting = query.filter === 'todo'
  const found = await slips.aggregate<SlipDoc>([
    { $match: { ...since(query), ...(waiting ? waitingFor(own) : linesOf(own)) } },
    NEWEST_FIRST,
    ONE_PAGE,
    { $project: familyFields(own) },
  ])
  return cutPage(found.map((slip) => describeOwnSlip(slip, own)))
}

/** A class's staff see its running slips with figures, and on top their own posts that are not out yet. */
async function listForClass(person: Person, identity: Identity, query: Query): Promise<NoticePage> {
  const { classId } = identity
  const waiting: Promise<NoticeDoc[]> = query.before
    ? Promise.resolve([])
    : notices.list<NoticeDoc>(
        {
          'author.openid': person._id,
          'classes.classId': classId,
          state: { $in: ['draft', 'checking', 'held', 'queued'] },
          ...(query.kind && { 'draft.kind': query.kind }),
        },
        { limit: limits.PAGE_SIZE, order: [['createdAt', 'desc']], fields: { trail: 0 } },
      )
  const [own, found] = await Promise.all([
    waiting,
    slips.aggregate<CountedSlip>([
      {
        $match: {
          classId,
          ...since(query),
          ...(query.filter === 'todo' && { state: 'running', replyMode: WANTS_REPLY }),
          // A private notice shows only to its author (C24).
          $or: [{ toChild: { $exists: false } }, { authorOpenid: person._id }],
        },
      },
      NEWEST_FIRST,
      ONE_PAGE,
      ...COUNT_ENTRIES,
    ]),
  ])
  const page = cutPage(found.map((slip) => ({ ...describeSlip(slip), counts: slip.counts })))
  return { ...page, rows: [...own.map((notice) => describeNotice(notice, classId)), ...page.rows] }
}

/** Leaders see one row a notice, whatever the number of classes, with the classes' figures added up. */
async function listForSchool({ schoolId }: Identity, query: Query): Promise<NoticePage> {
  const found = await notices.aggregate<NoticeDoc & { slips: CountedSlip[] }>([
    {
      $match: {
        schoolId,
        publishedAt: query.before === undefined ? { $gt: 0 } : { $lt: query.before },
        'audience.to': { $ne: 'child' },
        ...(query.kind && { 'draft.kind': query.kind }),
        ...(query.filter === 'todo' && { state: 'published', important: true }),
      },
    },
    NEWEST_FIRST,
    ONE_PAGE,
    {
      $lookup: {
        from: 'slips',
        let: { noticeId: '$_id' },
        pipeline: [{ $match: { $expr: { $eq: ['$noticeId', '$$noticeId'] } } }, ...COUNT_ENTRIES],
        as: 'slips',
      },
    },
    { $project: { trail: 0 } },
  ])
  return cutPage(found.map((notice) => ({ ...describeNotice(notice), counts: addUp(notice.slips) })))
}

function since({ before, kind }: Query): Where {
  return { ...(before !== undefined && { publishedAt: { $lt: before } }), ...(kind && { kind }) }
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
