// Decides when a task is closed: when all have answered, or without those whom the leader names one by one (N19).
import { mayCloseWithout } from '@class-pact/core/task'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { describeTaskBoard, missingOf, taskShown } from './board'
import type { FoundTaskBoard } from './find-task'
import { tasks } from './store'

/** Exactly as it was read: an answer that comes in meanwhile is looked at again. */
export const closeTask: Handler<'task.close', FoundTaskBoard> = async ({ missing: named }, session) => {
  const { now, identity, found } = session
  const { task, present } = found
  if (findCall(task.trail, session) === 'other') return refuseReused()
  if (task.state === 'closed') return succeed(describeTaskBoard(task, present))
  if (task.state !== 'running') return refuse('NOTICE_STATE', { facts: { state: taskShown(task) } })
  const missing = missingOf(task, present)
  if (!mayCloseWithout(missing, named))
    return refuse('NOT_ALL_REACHED', { rule: 'N06', facts: { left: missing.length } })

  const without = missing.flatMap((mark) => task.entries[mark]?.card ?? [])
  const closed = { state: 'closed' as const, closedAt: now, updatedAt: now, ...(without.length > 0 && { without }) }
  const changed = await tasks.update(
    { _id: task._id, state: 'running', updatedAt: task.updatedAt },
    withTrail({ $set: closed, $unset: { duty: '' } }, noteAct(session, identity.role, 'task.close')),
  )
  return changed ? succeed(describeTaskBoard({ ...task, ...closed }, present)) : refuse('TRY_AGAIN')
}
