// Decides how a task reads on 今天: what is asked, and until when (N19).
import type { Instant, TodayTask, TodayTasks } from '@class-pact/core/contract'
import { formatDue } from '../../../../domains/notice/rows'

export interface TaskLine {
  noticeId: string
  title: string
  due: string
  late: boolean
}

export function presentTasks(tasks: readonly TodayTask[], now: Instant): TaskLine[] {
  return tasks.map(({ noticeId, title, deadline, replyMode, overdue }) => ({
    ...{ noticeId, title, due: formatDue(deadline, replyMode, overdue, now), late: overdue },
  }))
}

/** Waiting, and not named here. */
export const tasksLeft = ({ tasks, tasksTotal }: TodayTasks): number => Math.max(0, tasksTotal - tasks.length)
