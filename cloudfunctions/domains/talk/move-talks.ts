// Decides that a thread goes where its child goes, and says so; a repeat changes nothing (M19).
import type { Instant } from '@class-pact/core/contract'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import type { TalkDoc } from './documents'
import { talks } from './store'

type Place = Pick<TalkDoc, 'childId' | 'classId' | 'className' | 'childName'>

/** Whoever answers in the new class has its days from now on; a name alone moves nothing. */
export async function moveTalks({ childId, ...place }: Place, at: Instant, act: TrailEntry): Promise<void> {
  const { classId, className, childName } = place
  const moved = { $set: { ...place, deskSince: at }, $push: { events: { kind: 'moved', at } }, $inc: { changes: 1 } }
  await talks.update(
    { childId, classId: { $ne: classId } },
    withTrail(moved, { ...act, action: 'talk.move', detail: { childId } }),
  )
  const renamed = [{ className: { $ne: className } }, { childName: { $ne: childName } }]
  await talks.update({ childId, $or: renamed }, { $set: { className, childName }, $inc: { changes: 1 } })
}
