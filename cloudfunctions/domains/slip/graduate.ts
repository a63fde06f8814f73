// Decides what becomes of open slips of classes that graduate: they close as they are, and open again if undone (L13).
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { slips } from './store'

/** A repeat changes nothing. */
export async function closeGraduated(classIds: readonly string[], year: number, act: TrailEntry): Promise<void> {
  const change = { $set: { state: 'closed', graduated: year, closedAt: act.at, updatedAt: act.at } }
  await slips.update({ classId: { $in: classIds }, state: 'running' }, withTrail(change, act))
}

/** What that year closed, and nothing else, waits for answers again. */
export async function reopenGraduated(classIds: readonly string[], year: number, act: TrailEntry): Promise<void> {
  const change = { $set: { state: 'running', updatedAt: act.at }, $unset: { graduated: '', closedAt: '' } }
  await slips.update({ classId: { $in: classIds }, state: 'closed', graduated: year }, withTrail(change, act))
}
