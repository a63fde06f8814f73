// Decides which tasks are somebody's, which of them wait, and how they read as rows (N19).
import type { Instant, NoticeRow, TodayTask } from '@class-pact/core/contract'
import { isPast } from '@class-pact/core/notice'
import type { Stage, Where } from '../../common/store/collection'
import type { Part } from '../../common/store/pages'
import { markStaff } from '../office'
import type { TaskDoc } from './documents'

/** Later than any deadline. */
const NEVER = 8_640_000_000_000_000
const WANTS_ANSWER = { $in: ['confirm', 'sign', 'report'] }

/** Only the own line comes along. */
export type OwnTask = Omit<TaskDoc, 'trail'>

const isThere = (field: string) => ({ [field]: { $exists: true } })
const isMissing = (field: string) => ({ [field]: { $exists: false } })

export const tasksOf = (schoolId: string, openid: string): Where => ({
  schoolId,
  ...isThere(`entries.${markStaff(schoolId, openid)}`),
})

const waitingTasks = (schoolId: string, openid: string): Where => ({
  ...tasksOf(schoolId, openid),
  state: 'running',
  replyMode: WANTS_ANSWER,
  ...isMissing(`entries.${markStaff(schoolId, openid)}.answeredAt`),
})

const ownFields = (schoolId: string, openid: string): Stage => ({
  $project: {
    ...{ schoolId: 1, sender: 1, source: 1, kind: 1, title: 1, replyMode: 1, important: 1, deadline: 1 },
    ...{ publishedAt: 1, version: 1, state: 1, due: 1, [`entries.${markStaff(schoolId, openid)}`]: 1 },
  },
})

/** What waits for somebody: by deadline, without one last. */
export function waitingPart(schoolId: string, openid: string, more: Where = {}): Part {
  return {
    from: 'tasks',
    where: { ...waitingTasks(schoolId, openid), ...more },
    by: [{ $addFields: { due: { $ifNull: ['$deadline', NEVER] } } }],
    order: [['due', 1]],
    then: [ownFields(schoolId, openid)],
  }
}

/** All others of somebody, the latest first. */
export function settledPart(schoolId: string, openid: string, more: Where = {}): Part {
  return {
    from: 'tasks',
    where: { ...tasksOf(schoolId, openid), ...more, $nor: [waitingTasks(schoolId, openid)] },
    order: [['publishedAt', -1]],
    then: [ownFields(schoolId, openid)],
  }
}

export function describeTask(task: OwnTask): NoticeRow {
  const { _id: noticeId, source, kind, title, sender, replyMode, important, deadline, publishedAt, version } = task
  const [mine] = Object.values(task.entries)
  return {
    ...{ noticeId, classId: '', className: '', source, kind, title, sender, replyMode, important, deadline },
    ...{ publishedAt, version, state: task.state === 'running' ? 'published' : task.state },
    toStaff: { answered: mine?.answeredAt !== undefined || (mine?.readAt !== undefined && replyMode === 'read') },
  }
}

export function describeTodayTask(task: OwnTask, now: Instant): TodayTask {
  const { _id: noticeId, title, replyMode, deadline } = task
  return { noticeId, title, replyMode, deadline, overdue: isPast(deadline, now) }
}

/** How many have answered a task, counted by the database: a list need not bring every line. */
export const COUNT_ANSWERS: Stage[] = [
  { $addFields: { lines: { $objectToArray: '$entries' } } },
  {
    $project: {
      total: { $size: '$lines' },
      signed: sizeOf({ $gt: [{ $ifNull: ['$$line.v.answeredAt', 0] }, 0] }),
    },
  },
]

function sizeOf(cond: unknown): unknown {
  return { $size: { $filter: { input: '$lines', as: 'line', cond } } }
}
