// Decides that opening a notice to the staff marks it read for whoever opens it, once (N05, N19).
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { markStaff } from '../office'
import { tasks } from './store'

export const markRead: Handler<'task.markRead'> = async ({ schoolId, noticeId }, { openid, now }) => {
  const at = `entries.${markStaff(schoolId, openid)}`
  await tasks.update(
    { _id: noticeId, schoolId, state: 'running', [at]: { $exists: true }, [`${at}.readAt`]: { $exists: false } },
    { $set: { [`${at}.readAt`]: now, updatedAt: now } },
  )
  return succeed({})
}
