// Decides how an act on a child is done: one conditional update of the child's document, then all that follows from it.
import type { Reply } from '@class-pact/core/contract'
import type { Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import type { Change, Where } from '../../common/store/collection'
import type { TrailEntry } from '../../common/store/documents'
import { thenSettle } from '../../common/store/settle'
import { withTrail } from '../../common/store/trail'
import { children, type ChildDoc } from '../class'
import { followChild } from './follow-child'

type Done = Record<string, never>

interface Decision {
  childId: string
  /** What the child must still be like. */
  where: Where
  change: Change
  act: TrailEntry
}

/** The same change, whose consequences the clock looks at once more. */
export function thenFollow({ $set, ...change }: Change, act: TrailEntry): Change {
  return thenSettle(withTrail({ ...change, $set: { ...$set, changed: act.at } }, act), act.at)
}

/**
 * Of several who decide at once one does; a call that comes again finishes what it began.
 * @param isSo whether the child is by now as the call wants it, by whomever
 */
export async function decide(
  session: Session,
  { childId, where, change, act }: Decision,
  isSo: (child: ChildDoc) => boolean = () => false,
): Promise<Reply<Done>> {
  const done = await children.update({ ...where, _id: childId, ...unlessDone(session) }, thenFollow(change, act))
  const child = await children.find(childId)
  if (!child) return refuse('FORBIDDEN')
  const been = findCall(child.trail, session)
  if (been === 'other') return refuseReused()
  if (!done && been === 'fresh') return isSo(child) ? succeed({}) : refuse('CHILD_STATE')
  await followChild(child, act)
  return succeed({})
}
