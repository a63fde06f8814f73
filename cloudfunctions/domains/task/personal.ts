// Decides what of tasks is personal: what somebody of the staff answered; it stays with the task (M12).
import type { Personal } from '../../common/call/personal'
import { markStaff } from '../office'
import { tasksOf } from './own-tasks'
import { tasks } from './store'

/** Answers of one copy, newest first: more than somebody gives in years. */
const COPIED_MOST = 300

export const personal: Personal = {
  async copy({ openid, person }) {
    const schoolIds = [...new Set((person?.identities ?? []).map(({ schoolId }) => schoolId))]
    if (schoolIds.length === 0) return { part: { tasks: [] } }
    const found = await tasks.list(
      { $or: schoolIds.map((schoolId) => tasksOf(schoolId, openid)) },
      { limit: COPIED_MOST, order: [['publishedAt', 'desc']], fields: { trail: 0 } },
    )
    const answered = found.flatMap(({ _id: noticeId, schoolId, title, entries }) => {
      const { answeredAt, report, typedName } = entries[markStaff(schoolId, openid)] ?? {}
      return answeredAt === undefined ? [] : [{ noticeId, title, answeredAt, report, typedName }]
    })
    return { part: { tasks: answered }, shortened: found.length === COPIED_MOST }
  },
}
