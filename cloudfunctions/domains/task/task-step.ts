// Decides how the one reminder of a task goes out: in opening hours, to who is missing and still there (N10, N19).
import type { Instant } from '@class-pact/core/contract'
import { wantsReply } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import { readAudience, staffReach } from '../notice'
import { pushAll } from '../reminder'
import { missingOf } from './board'
import type { TaskDoc } from './documents'
import { taskRecipients } from './push-task'
import { tasks } from './store'

export async function stepTask(task: TaskDoc, duty: Duty, until: Instant): Promise<StepDone> {
  if (task.state !== 'running' || !wantsReply(task.replyMode)) return 'done'
  const now = readClock()
  const audience = await readAudience(staffReach(task.schoolId), now)
  if (!audience) return 'done'
  const opening = nextOpening(now, 'head_teacher', audience.pact, audience.school.calendar)
  const isByHand = task.remindedAt !== undefined
  if (opening > now) {
    const stillHelps = isByHand || task.deadline === undefined || opening < task.deadline
    return stillHelps ? { next: { kind: duty.kind, at: opening } } : 'done'
  }
  const missing = missingOf(task, new Set((audience.staff ?? []).map(({ mark }) => mark)))
  if (missing.length === 0) return 'done'
  if (!isByHand) await tasks.update({ _id: task._id, remindedAt: { $exists: false } }, { $set: { remindedAt: now } })
  const occasion = { schoolId: task.schoolId, about: task._id, suffix: 'remind' } as const
  const isSent = await pushAll(occasion, taskRecipients(task, missing, audience), until)
  return isSent ? 'done' : { next: { kind: duty.kind, at: readClock() } }
}
