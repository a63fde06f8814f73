// Decides which classes are looked at again: whose rolls or leave have changed since the last look (screens.md 4).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { leaves, type LeaveDoc } from '../leave'
import { followLeaves, rolls, type RollDoc } from '../roll'
import { recount } from './recount'
import { seekDropouts } from './seek-dropouts'
import { WATCH, watches } from './store'

/** Changes of one look; what is left is found by the next. */
const CHANGES_MOST = 500
/** Clocks of function instances differ; what may have been missed is looked at again, milliseconds. */
const OVERLAP_MS = 60_000
/** A new day begins with leave that was handed in for it this long before. */
const AHEAD_MS = 7 * 86_400_000

/** At least once, and the same twice: what it writes is counted anew each time. */
export async function watchClasses(until: Instant): Promise<void> {
  const now = readClock()
  const today = beijingDay(now)
  const last = await watches.find(WATCH)
  const since = last?.day === today ? last.until - OVERLAP_MS : now - AHEAD_MS
  const { classIds, seenUntil } = await findChanged(since, now)
  for (const classId of classIds) {
    if (readClock() >= until) return
    await followLeaves(classId, now)
    await recount(classId, now)
    await seekDropouts(classId, now)
  }
  const seen = { until: seenUntil, day: today }
  if (!(await watches.update({ _id: WATCH }, { $set: seen }))) await watches.insert({ _id: WATCH, ...seen })
}

async function findChanged(since: Instant, now: Instant): Promise<{ classIds: string[]; seenUntil: Instant }> {
  const changed = { updatedAt: { $gt: since } }
  const options = {
    limit: CHANGES_MOST,
    order: [['updatedAt', 'asc']] as [string, 'asc'][],
    fields: { classId: 1, updatedAt: 1 } as const,
  }
  const found = await Promise.all([
    rolls.list<Pick<RollDoc, 'classId' | 'updatedAt'>>(changed, options),
    leaves.list<Pick<LeaveDoc, 'classId' | 'updatedAt'>>(changed, options),
  ])
  const cutAt = found.map((rows) => (rows.length < CHANGES_MOST ? now : (rows[rows.length - 1]?.updatedAt ?? now)))
  return { classIds: [...new Set(found.flat().map(({ classId }) => classId))], seenUntil: Math.min(...cutAt) }
}
