// Decides the list behind a figure: what it counts, one by one, so that anybody can count it again (X02–X04, G09).
import type { CountedFigure, StatisticsItem } from '@class-pact/core/contract'
import { FOLLOW_UP_WAYS } from '@class-pact/core/contract'
import type { SlipEntry } from '@class-pact/core/notice'
import { ALL_STAFF } from '@class-pact/core/statistics/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import type { Where } from '../../common/store/collection'
import { readPage, type Part } from '../../common/store/pages'
import type { Reached } from '../../common/store/reached'
import { readStanding, type StandingRow } from '../due'
import type { NoticeDoc, VerdictDoc } from '../notice'
import { lookUpPact, type PactDoc } from '../pact'
import { schools } from '../school'
import { MISSING_LINES, OF_THE_CLASS, WANTS_REPLY, type SlipDoc } from '../slip'
import { lookUpReplies, readReplies, type RepliesRow } from '../talk'
import { findGone } from './find-gone'
import { findStaff } from './find-staff'
import { listContacts } from './list-contacts'
import { byOf, classOf, cut, type Listed, type Looked } from './listed'
import { listRolls, listSlips } from './list-rates'
import { staffOf, standingStage } from './read-staff'
import { postsWithin, spanOf, verdictsWithin } from './staff-work'

export const listItems: Handler<'statistics.items'> = async (query, { now, openid }) => {
  const { schoolId, range, of, figure, staffId, classId, grade } = query
  const found = await findStaff(schoolId, { range, of, now })
  if (found === 'day') return refuse('INPUT_INVALID', { field: 'of' })
  if (!found) return refuse('FORBIDDEN')
  const span = spanOf(found.period)
  const meant = staffId === ALL_STAFF ? undefined : staffId
  const by = meant && (found.openidOf(meant) ?? (await findGone(schoolId, meant, span)))
  if (meant !== undefined && by === undefined) return refuse('FORBIDDEN')
  const named = found.classes.filter((each) => (classId ? each.classId === classId : !grade || each.grade === grade))
  if (classId && named.length === 0) return refuse('FORBIDDEN')
  const looked: Looked = {
    ...{ query, found, span, now, openid, ...(by !== undefined && { by }) },
    ...((classId ?? grade) !== undefined && { classIds: named.map((each) => each.classId) }),
  }
  const { items, total, next, sums } = await LISTS[figure](looked)
  return succeed({ ...found.period, figure, items, total, ...(next !== undefined && { next }), ...sums })
}

const LISTS: Record<CountedFigure, (looked: Looked) => Promise<Listed>> = {
  posts: (looked) => listPosts(looked, {}),
  late: (looked) => listPosts(looked, { $or: [URGENT, { releaseAt: { $gt: 0 } }] }),
  overrides: (looked) => listPosts(looked, URGENT),
  refused: (looked) => listVerdicts(looked, 'refuse'),
  held: (looked) => listVerdicts(looked, 'hold'),
  follow_ups: listFollowUps,
  owed: listOwed,
  replies: listReplies,
  registers_done: (looked) => listRegisters(looked, true),
  registers_overdue: (looked) => listRegisters(looked, false),
  contacts: listContacts,
  slips: listSlips,
  rolls: listRolls,
}

const URGENT: Where = { 'urgent.cause': { $gt: '' } }
/** A letter to one family, or what was taken back, is in no figure of a class (C24); of a person all counts. */
const OF_CLASSES: Where = { 'audience.to': { $in: ['classes', 'grade', 'school'] }, state: { $ne: 'withdrawn' } }
const PRIVATE: readonly string[] = ['child', 'children']

async function listPosts({ query, found, span, openid, by, classIds }: Looked, more: Where): Promise<Listed> {
  const part: Part = {
    from: 'notices',
    where: {
      ...postsWithin(query.schoolId, span),
      ...more,
      ...(query.staffId === undefined && OF_CLASSES),
      ...(by !== undefined && { 'author.openid': by }),
      ...(classIds && { 'classes.classId': { $in: classIds } }),
    },
    order: [['publishedAt', -1]],
    then: [
      { $project: { author: 1, audience: 1, classes: 1, 'draft.title': 1, urgent: 1, releaseAt: 1, publishedAt: 1 } },
    ],
  }
  const { rows, total, next } = await readPage<NoticeDoc>(openid, { parts: [part] }, query.after)
  return {
    ...{ total, next },
    items: rows.map((notice): StatisticsItem => {
      const [only, ...others] = notice.classes
      return {
        ...{ kind: 'post', noticeId: notice._id, at: notice.publishedAt ?? notice.createdAt },
        ...byOf(found, notice.author.openid),
        ...(only && others.length === 0 && { classId: only.classId, className: only.name }),
        ...(!PRIVATE.includes(notice.audience.to) && { title: notice.draft.title }),
        ...(notice.urgent && { urgent: notice.urgent }),
        ...(notice.releaseAt !== undefined && { releasedAt: notice.releaseAt }),
      }
    }),
  }
}

async function listVerdicts(
  { query, found, span, openid, by, classIds }: Looked,
  verdict: 'hold' | 'refuse',
): Promise<Listed> {
  const here = classIds ?? found.classes.map(({ classId }) => classId)
  const part: Part = {
    from: 'verdicts',
    where: {
      ...{ ...verdictsWithin(query.schoolId, span), verdict },
      ...(query.rule !== undefined && { rules: query.rule }),
      ...(by !== undefined && { authorOpenid: by }),
      ...((query.staffId === undefined || classIds) && { classIds: { $in: here } }),
    },
    order: [['at', -1]],
  }
  const { rows, total, next } = await readPage<VerdictDoc>(openid, { parts: [part] }, query.after)
  return {
    ...{ total, next },
    items: rows.map(({ at, rules, authorOpenid, classIds: [only, ...others] }): StatisticsItem => ({
      ...{ kind: 'verdict', at, verdict, rules },
      ...byOf(found, authorOpenid),
      ...(others.length === 0 && classOf(found, only)),
    })),
  }
}

interface FollowUpRow extends Pick<SlipDoc, 'noticeId' | 'classId' | 'className' | 'title' | 'toChild' | 'toSome'> {
  reachedBy: Reached
  entry?: { v: SlipEntry }[]
}

async function listFollowUps({ query, found, span, openid, by, classIds }: Looked): Promise<Listed> {
  const at = { $gte: span.from, $lt: span.until }
  const here = classIds ?? (query.staffId === undefined ? found.classes.map(({ classId }) => classId) : undefined)
  const part: Part = {
    from: 'slips',
    where: { schoolId: query.schoolId, reachedBy: { $elemMatch: { at } }, ...(here && { classId: { $in: here } }) },
    by: [
      {
        $project: { noticeId: 1, classId: 1, className: 1, title: 1, toChild: 1, toSome: 1, reachedBy: 1, entries: 1 },
      },
      { $unwind: { path: '$reachedBy', includeArrayIndex: 'place' } },
      {
        $match: {
          ...{ 'reachedBy.at': at, 'reachedBy.way': { $in: [...FOLLOW_UP_WAYS] } },
          ...(by !== undefined && { 'reachedBy.by': by }),
        },
      },
      {
        $addFields: {
          _id: { $concat: ['$_id', '#', { $toString: '$place' }] },
          at: '$reachedBy.at',
          entry: {
            $filter: {
              input: { $objectToArray: '$entries' },
              as: 'line',
              cond: { $eq: ['$$line.k', '$reachedBy.childId'] },
            },
          },
        },
      },
      { $project: { entries: 0 } },
    ],
    order: [['at', -1]],
  }
  const { rows, total, next } = await readPage<FollowUpRow>(openid, { parts: [part] }, query.after)
  return {
    ...{ total, next },
    items: rows.map(({ reachedBy, entry, noticeId, classId, className, title, toChild, toSome }): StatisticsItem => {
      const line = entry?.[0]?.v
      const way = FOLLOW_UP_WAYS.find((each) => each === reachedBy.way)
      return {
        ...{ kind: 'line', at: reachedBy.at, noticeId, classId, className, childId: reachedBy.childId },
        ...{ no: line?.no ?? '', name: line?.name ?? '', ...(way && { way }), ...byOf(found, reachedBy.by) },
        ...(!toChild && !toSome && { title }),
      }
    }),
  }
}

interface OwedRow extends Pick<SlipDoc, 'noticeId' | 'classId' | 'className' | 'title' | 'publishedAt' | 'deadline'> {
  authorOpenid: string
  line: { k: string; v: SlipEntry }
}

async function listOwed({ query, found, span, now, openid, by, classIds }: Looked): Promise<Listed> {
  const here = classIds ?? found.classes.map(({ classId }) => classId)
  const part: Part = {
    from: 'slips',
    where: {
      ...{
        schoolId: query.schoolId,
        classId: { $in: here },
        state: 'running',
        replyMode: WANTS_REPLY,
        ...OF_THE_CLASS,
      },
      ...{ publishedAt: { $gte: span.from, $lt: span.until }, deadline: { $lt: now } },
      ...(by !== undefined && { authorOpenid: by }),
    },
    by: [
      {
        $project: {
          ...{ noticeId: 1, classId: 1, className: 1, title: 1, publishedAt: 1, deadline: 1, authorOpenid: 1 },
          ...{ signFrom: 1, lines: { $objectToArray: '$entries' } },
        },
      },
      { $addFields: { line: MISSING_LINES } },
      { $project: { lines: 0 } },
      { $unwind: '$line' },
      {
        // In the order of the roll, never by how often (X08).
        $addFields: {
          _id: { $concat: ['$_id', '#', '$line.k'] },
          no: '$line.v.no',
          digits: { $strLenCP: '$line.v.no' },
        },
      },
    ],
    order: [
      ['publishedAt', -1],
      ['noticeId', 1],
      ['classId', 1],
      ['digits', 1],
      ['no', 1],
    ],
  }
  const { rows, total, next } = await readPage<OwedRow>(openid, { parts: [part] }, query.after)
  return {
    ...{ total, next },
    items: rows.map((row): StatisticsItem => ({
      ...{ kind: 'line', at: row.publishedAt, noticeId: row.noticeId, classId: row.classId, className: row.className },
      ...{ title: row.title, childId: row.line.k, no: row.line.v.no, name: row.line.v.name },
      ...byOf(found, row.authorOpenid),
      ...(row.deadline !== undefined && { deadline: row.deadline }),
    })),
  }
}

async function listReplies({ query, found, span, now, by, classIds }: Looked): Promise<Listed> {
  const { schoolId } = query
  const [row] = await schools.aggregate<RepliesRow & { pacts: PactDoc[] }>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    lookUpPact(now, { schoolId }),
    lookUpReplies(schoolId, span),
    { $limit: 1 },
  ])
  const pact = row?.pacts[0]
  const replies = row && pact ? readReplies(row, { pact, calendar: found.school.calendar, ...span }) : []
  return cut(
    query,
    replies
      .filter((each) => (by === undefined || each.openid === by) && (!classIds || classIds.includes(each.classId)))
      .map(({ talkId, classId, openid, askedAt, at, minutes, inTime }): StatisticsItem => ({
        ...{ kind: 'reply', talkId, askedAt, at, minutes: Math.round(minutes), inTime },
        ...byOf(found, openid),
        ...classOf(found, classId),
      })),
  )
}

async function listRegisters({ query, found, now, by, classIds }: Looked, isDone: boolean): Promise<Listed> {
  const { schoolId } = query
  const [row] = await schools.aggregate<{ standing: StandingRow[] }>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    standingStage(schoolId, now),
    { $limit: 1 },
  ])
  const lines = readStanding(row?.standing[0], staffOf(found), { schoolId, now })
  return cut(
    query,
    lines
      .filter((line) => line.isDone === isDone && (by === undefined || line.who.includes(by)))
      .filter(({ classId }) => !classIds || (classId !== undefined && classIds.includes(classId)))
      .sort((a, b) => b.dueAt - a.dueAt)
      .map(({ register, title, slot, from, dueAt: at, classId, who }): StatisticsItem => {
        const [only, ...others] = who
        return {
          ...{ kind: 'register', register, title, slot, from, at },
          ...(only !== undefined && others.length === 0 && byOf(found, only)),
          ...classOf(found, classId),
        }
      }),
  )
}
