// Decides which notices somebody finds in which of their roles, newest first, a page at a time (N01, N12, N14).
import {
  limits,
  type Identity,
  type Input,
  type NoticePage,
  type NoticeRow,
  type SlipCounts,
} from '@class-pact/core/contract'
import { entryState, settleReply } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { COUNT_ENTRIES } from '../../common/store/count-entries'
import type { Stage, Where } from '../../common/store/collection'
import type { NoticeDoc, PersonDoc, SlipDoc } from '../../common/store/documents'
import { notices } from '../../common/store/notices'
import { slips } from '../../common/store/slips'
import { slipState } from '../slip/board'
import { cutPage } from './pages'

type Query = Input<'notice.list'>
type CountedSlip = Omit<SlipDoc, 'entries'> & { counts: SlipCounts }

const NEWEST_FIRST: Stage = { $sort: { publishedAt: -1, _id: 1 } }
/** One row more than a page tells whether there is another page. */
const ONE_PAGE: Stage = { $limit: limits.PAGE_SIZE + 1 }
const WANTS_REPLY = { $in: ['confirm', 'sign'] }

export const list: Handler<'notice.list'> = async (query, { person }) => {
  const identity = person.identities.find(({ key }) => key === query.identity)
  if (!identity) return refuse('FORBIDDEN')
  switch (identity.role) {
    case 'guardian':
      return succeed(await listForFamily(person, query))
    case 'head_teacher':
    case 'teacher':
      return succeed(await listForClass(person, identity, query))
    case 'office':
    case 'principal':
      return succeed(await listForSchool(identity, query))
    case 'supervisor':
      return refuse('FORBIDDEN')
  }
}

/** A parent's list merges all their children: each row carries only their own lines (N16). */
async function listForFamily(person: PersonDoc, query: Query): Promise<NoticePage> {
  const own = person.identities.flatMap(({ role, classId, childId, childName = '' }) =>
    role === 'guardian' && classId && childId ? [{ classId, childId, childName }] : [],
  )
  const waiting = query.filter === 'todo'
  const found = await slips.aggregate<SlipDoc>([
    {
      $match: {
        ...since(query),
        ...(waiting && { state: 'running', replyMode: WANTS_REPLY }),
        $or: own.map(({ classId, childId }) => ({
          classId,
          [`entries.${childId}`]: { $exists: true },
          ...(waiting && { [`entries.${childId}.signedAt`]: { $exists: false } }),
        })),
      },
    },
    NEWEST_FIRST,
    ONE_PAGE,
    { $project: { ...SLIP_FIELDS, ...Object.fromEntries(own.map(({ childId }) => [`entries.${childId}`, 1])) } },
  ])
  return cutPage(
    found.map((slip) => ({
      ...describeSlip(slip),
      mine: own.flatMap(({ childId, childName }) => {
        const entry = slip.entries[childId]
        return entry ? [{ childId, childName, state: entryState(entry) }] : []
      }),
    })),
  )
}

/** A class's staff see its running slips with figures, and on top their own posts that are not out yet. */
async function listForClass(person: PersonDoc, identity: Identity, query: Query): Promise<NoticePage> {
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

const SLIP_FIELDS = {
  noticeId: 1,
  classId: 1,
  className: 1,
  source: 1,
  kind: 1,
  title: 1,
  sender: 1,
  replyMode: 1,
  important: 1,
  deadline: 1,
  publishedAt: 1,
  state: 1,
  version: 1,
} as const

function since({ before, kind }: Query): Where {
  return { ...(before !== undefined && { publishedAt: { $lt: before } }), ...(kind && { kind }) }
}

function describeSlip(slip: Omit<SlipDoc, 'entries'>): NoticeRow {
  const { noticeId, classId, className, source, kind, title, sender, replyMode, important, deadline } = slip
  const { publishedAt, version } = slip
  return {
    ...{ noticeId, classId, className, source, kind, title, sender, replyMode, important, deadline },
    ...{ publishedAt, version, state: slipState(slip) },
  }
}

/** A notice as one row: of one class, or of the school when it went to several. */
function describeNotice(notice: NoticeDoc, ofClass?: string): NoticeRow {
  const place = notice.classes.find(({ classId }) => classId === ofClass) ?? notice.classes[0]
  const whole = ofClass === undefined && notice.classes.length > 1
  return {
    noticeId: notice._id,
    classId: place?.classId ?? '',
    className: whole ? notice.schoolName : (place?.name ?? ''),
    source: notice.source,
    kind: notice.draft.kind,
    title: notice.draft.title,
    sender: notice.author.card,
    ...settled(notice),
    deadline: notice.draft.deadline,
    publishedAt: notice.publishedAt,
    releaseAt: notice.releaseAt,
    state: notice.state,
    version: notice.version,
  }
}

function settled({ draft }: NoticeDoc): Pick<NoticeRow, 'replyMode' | 'important'> {
  const { replyMode, important } = settleReply(draft)
  return { replyMode, important }
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
