// Decides whose posts wait while a school has stopped publishing (G10, G19; screens.md 3.23).
import type { Instant, Role, StopLevel } from '../wire'

/** After this the leaders are asked whether to resume, and again each day (screens.md 3.23). */
export const STOP_ASKS_AFTER_MS = 86_400_000

/** 只留学校通知 stops the classes' own posts, 全部暂停 everybody's. */
export function isStopped(level: StopLevel | undefined, role: Role): boolean {
  if (level === undefined) return false
  return level === 'all' || (role !== 'principal' && role !== 'office')
}

export function asksToResume(since: Instant, now: Instant): boolean {
  return now >= since + STOP_ASKS_AFTER_MS
}
