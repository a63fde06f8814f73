// Decides what becomes of applications to classes that graduate: nobody joins them any more, unless it is undone (L13).
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { applications } from './applications'

/** A repeat changes nothing. */
export async function endApplications(classIds: readonly string[], year: number, act: TrailEntry): Promise<void> {
  const change = { $set: { state: 'rejected', graduated: year, decidedAt: act.at } }
  await applications.update({ classId: { $in: classIds }, state: 'pending' }, withTrail(change, act))
}

/** What that year ended, and nothing else, waits again. */
export async function reviveApplications(classIds: readonly string[], year: number, act: TrailEntry): Promise<void> {
  const change = { $set: { state: 'pending' }, $unset: { graduated: '', decidedAt: '' } }
  await applications.update({ classId: { $in: classIds }, state: 'rejected', graduated: year }, withTrail(change, act))
}
