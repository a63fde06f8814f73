// Decides which notices somebody finds in which of their roles, newest first, a page at a time (N01, N12, N14).
import type { Identity, Input, NoticePage, SlipCounts } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import type { Person } from '../../common/call/person'
import { succeed } from '../../common/call/results'
import { ownChildren } from '../../common/call/session'
import type { Where } from '../../common/store/collection'
import { readPage, type List, type Part } from '../../common/store/pages'
import { COUNT_ENTRIES, WANTS_REPLY, familyFields, linesOf, waitingFor, type SlipDoc } from '../slip'
import type { NoticeDoc } from './documents'
import { describeOwnSlip, describeSlip } from '../slip'
import { describeNotice } from './rows'

const NEWEST_FIRST: Part['order'] = [['publishedAt', -1]]

type Query = Input<'notice.list'>
type CountedSlip = Omit<SlipDoc, 'entries'> & { counts: SlipCounts }

export const list: Handler<'notice.list'> = async (query, { person, identity }) => {
  switch (identity.role) {
    // A supervisor reads notices as the guardian they are, and no others (M06).
    case 'guardian':
    case 'supervisor':
      return succeed(say(identity, await listForFamily(person, query)))
    case 'head_teacher':
    case 'teacher':
      return succeed(say(identity, await listForClass(person, identity, query)))
    case 'office':
    case 'principal':
      return succeed(say(identity, await listForSchool(person, identity, query)))
    // Neither writes notices nor is written to.
    case 'officer':
    case 'stand_in':
      return succeed({ rows: [], total: 0 })
  }
}

/** Why nothing new comes (G19). */
const say = ({ stop }: Identity, page: NoticePage): NoticePage => (stop ? { ...page, stop } : page)

/** A parent's list merges all their children: each row carries only their own lines (N16). Unsigned important ones first (N14). */
async function listForFamily(person: Person, query: Query): Promise<NoticePage> {
  const own = ownChildren(person)
  const kind = ofKind(query)
  const part = { from: 'slips', order: NEWEST_FIRST, then: [{ $project: familyFields(own) }] }
  const first: Where = { ...waitingFor(own), important: true }
  const rest: Where = query.filter === 'todo' ? waitingFor(own) : linesOf(own)
  const parts: List['parts'] = [
    { ...part, where: { ...first, ...kind } },
    { ...part, where: { ...rest, ...kind, $nor: [first] } },
  ]
  const { rows, total, next } = await readPage<SlipDoc>(person._id, { parts }, query.before)
  return { rows: rows.map((slip) => describeOwnSlip(slip, own)), total, next }
}

/** A class's staff see on top their own posts that are not out yet, then its slips with figures. */
async function listForClass(person: Person, identity: Identity, query: Query): Promise<NoticePage> {
  const { classId } = identity
  const waiting: Part = {
    from: 'notices',
    where: {
      'author.openid': person._id,
      'classes.classId': classId,
      state: { $in: ['draft', 'checking', 'held', 'queued'] },
      ...(query.kind && { 'draft.kind': query.kind }),
    },
    order: [['createdAt', -1]],
    then: [{ $project: { trail: 0, versions: 0 } }],
  }
  const out: Part = {
    from: 'slips',
    where: {
      classId,
      ...ofKind(query),
      ...(query.filter === 'todo' && { state: 'running', replyMode: WANTS_REPLY }),
      // A private notice shows only to its author (C24).
      $or: [{ toChild: { $exists: false } }, { authorOpenid: person._id }],
    },
    order: NEWEST_FIRST,
    then: COUNT_ENTRIES,
  }
  const { rows, total, next } = await readPage<NoticeDoc | CountedSlip>(
    person._id,
    { parts: [waiting, out] },
    query.before,
  )
  const describe = (row: NoticeDoc | CountedSlip) =>
    'draft' in row ? describeNotice(row, classId) : { ...describeSlip(row), counts: row.counts }
  return { rows: rows.map(describe), total, next }
}

/** Leaders see one row a notice, whatever the number of classes, with the classes' figures added up. */
async function listForSchool(person: Person, { schoolId }: Identity, query: Query): Promise<NoticePage> {
  const part: Part = {
    from: 'notices',
    where: {
      schoolId,
      publishedAt: { $gt: 0 },
      'audience.to': { $ne: 'child' },
      ...(query.kind && { 'draft.kind': query.kind }),
      ...(query.filter === 'todo' && { state: 'published', important: true }),
    },
    order: NEWEST_FIRST,
    then: [
      {
        $lookup: {
          from: 'slips',
          let: { noticeId: '$_id' },
          pipeline: [{ $match: { $expr: { $eq: ['$noticeId', '$$noticeId'] } } }, ...COUNT_ENTRIES],
          as: 'slips',
        },
      },
      { $project: { trail: 0, versions: 0 } },
    ],
  }
  const { rows, total, next } = await readPage<NoticeDoc & { slips: CountedSlip[] }>(
    person._id,
    { parts: [part] },
    query.before,
  )
  return { rows: rows.map((notice) => ({ ...describeNotice(notice), counts: addUp(notice.slips) })), total, next }
}

const ofKind = ({ kind }: Query): Where => (kind ? { kind } : {})

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
