// Decides which classes are looked at again: whose rolls or leave have changed since the last look (screens.md 4).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { joinChanges, readChanges, startOf, workThrough, type Changes } from '../../common/store/changes'
import { leaves, type LeaveDoc } from '../leave'
import { followLeaves, rolls, type RollDoc } from '../roll'
import { recount } from './recount'
import { seekDropouts } from './seek-dropouts'
import { WATCH, watches } from './store'

/** Changes of one look; what is left is found by the next. */
const CHANGES_MOST = 500
/** A new day begins with leave that was handed in for it this long before. */
const AHEAD_MS = 7 * 86_400_000

/** At least once, and the same twice: what it writes is counted anew each time. A slice ends with the time, the next goes on. */
export async function watchClasses(until: Instant): Promise<void> {
  const now = readClock()
  const today = beijingDay(now)
  const last = await watches.find(WATCH)
  const since = last?.day === today ? startOf(last) : now - AHEAD_MS
  const progress = await workThrough(await findChanged(since), (classId) => lookAt(classId, now), { now, until })
  const seen = { ...progress, day: today }
  if (!(await watches.update({ _id: WATCH }, { $set: seen }))) await watches.insert({ _id: WATCH, ...seen })
}

async function lookAt(classId: string, now: Instant): Promise<void> {
  await followLeaves(classId, now)
  await recount(classId, now)
  await seekDropouts(classId, now)
}

type Changed = Pick<RollDoc, 'classId' | 'updatedAt'> & Pick<LeaveDoc, 'classId' | 'updatedAt'>

async function findChanged(since: Instant): Promise<Changes<string>> {
  const sources = [rolls, leaves].map((source) => ({
    read: (from: Instant, page: { limit: number; skip: number }) =>
      (source as Pick<typeof rolls, 'list'>).list<Changed>(
        { updatedAt: { $gte: from } },
        { ...page, order: [['updatedAt', 'asc']], fields: { classId: 1, updatedAt: 1 } },
      ),
    at: ({ updatedAt }: Changed) => updatedAt,
    tasksOf: ({ classId }: Changed) => [{ key: classId, task: classId }],
  }))
  return joinChanges(await Promise.all(sources.map((source) => readChanges(source, since, CHANGES_MOST))))
}
