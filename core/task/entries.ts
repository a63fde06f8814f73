// Decides where each of the addressed stands on a task for the staff, and when it can be closed (N19).
import type { Instant } from '../wire'
import type { TaskCounts, TaskRow } from './contract'

/** What is kept of one of the addressed. */
export interface TaskLine {
  readAt?: Instant
  answeredAt?: Instant
}

/** What was answered stands; who works there no more is asked no more (as L12 has it of children). */
export function taskState({ readAt, answeredAt }: TaskLine, isThere: boolean): TaskRow['state'] {
  if (answeredAt !== undefined) return 'answered'
  if (!isThere) return 'left'
  return readAt === undefined ? 'unread' : 'read'
}

export function countTask(states: readonly TaskRow['state'][]): TaskCounts {
  const of = (state: TaskRow['state']) => states.filter((each) => each === state).length
  const missing = of('read') + of('unread')
  return { total: of('answered') + missing, answered: of('answered'), read: of('read'), missing }
}

/** Closed when nobody is missing, or by naming exactly who is. */
export function mayCloseWithout(missing: readonly string[], named: readonly string[] = []): boolean {
  return missing.length === named.length && missing.every((mark) => named.includes(mark))
}
