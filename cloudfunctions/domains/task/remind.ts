// Decides the one reminder of a task by hand: in opening hours, to who is missing; the scheduler sends it (N10, N19).
import { wantsReply } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { readAudience, staffReach, type AudienceFacts } from '../notice'
import { missingOf, taskShown } from './board'
import type { TaskDoc } from './documents'
import type { FoundTaskBoard } from './find-task'
import { tasks } from './store'

export const remindTask: Handler<'task.remind', FoundTaskBoard> = async ({ schoolId }, session) => {
  const { now, identity, found } = session
  const { task, present } = found
  const been = findCall(task.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'fresh') {
    if (task.state !== 'running') return refuse('NOTICE_STATE', { facts: { state: taskShown(task) } })
    if (!wantsReply(task.replyMode)) return refuse('REPLY_NOT_WANTED', { rule: 'N05' })
    if (task.remindedAt !== undefined) return refuse('REMINDED_ALREADY', { rule: 'N10' })
  }
  const audience = await readAudience(staffReach(schoolId), now)
  if (!audience) return refuse('FORBIDDEN')
  if (been === 'repeat')
    return succeed({ remindedAt: task.remindedAt ?? now, ...countReminded(task, present, audience) })
  const opening = nextOpening(now, identity.role, audience.pact, audience.school.calendar)
  if (opening > now) return refuse('OUT_OF_HOURS', { rule: 'N10', until: opening })

  const changed = await tasks.update(
    { _id: task._id, state: 'running', remindedAt: { $exists: false } },
    withTrail(
      { $set: { remindedAt: now, duty: { kind: 'remind', at: now, lease: 0, tries: 0 }, updatedAt: now } },
      noteAct(session, identity.role, 'task.remind'),
    ),
  )
  if (!changed) return refuse('REMINDED_ALREADY', { rule: 'N10' })
  return succeed({ remindedAt: now, ...countReminded(task, present, audience) })
}

function countReminded(task: TaskDoc, present: Set<string>, { credited }: AudienceFacts) {
  const missing = missingOf(task, present).flatMap((mark) => task.entries[mark]?.openid ?? [])
  const reminded = missing.filter((openid) => credited.has(openid)).length
  return { reminded, notReminded: missing.length - reminded }
}
