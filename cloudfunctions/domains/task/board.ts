// Decides what a task's board shows: the addressed by card and mark, who is missing first; no openid (N19).
import type { TaskBoard, TaskRow } from '@class-pact/core/contract'
import { isPast } from '@class-pact/core/notice'
import { countTask, taskState } from '@class-pact/core/task'
import type { TaskDoc, TaskEntry } from './documents'
import type { FoundTaskBoard } from './find-task'

const FIRST: readonly TaskRow['state'][] = ['unread', 'read', 'answered', 'left']

export function describeTaskBoard(task: TaskDoc, present: FoundTaskBoard['present']): TaskBoard {
  const rows = Object.entries(task.entries).map(([mark, entry]) => describeRow(task, mark, entry, present.has(mark)))
  return {
    noticeId: task._id,
    title: task.title,
    kind: task.kind,
    replyMode: task.replyMode,
    state: taskShown(task),
    publishedAt: task.publishedAt,
    deadline: task.deadline,
    counts: countTask(rows.map(({ state }) => state)),
    remindedAt: task.remindedAt,
    without: task.without,
    rows: FIRST.flatMap((state) => rows.filter((row) => row.state === state)),
  }
}

function describeRow({ deadline }: TaskDoc, mark: string, entry: TaskEntry, isThere: boolean): TaskRow {
  const { card, readAt, answeredAt, report, doubted } = entry
  return {
    mark,
    card,
    state: taskState(entry, isThere),
    at: answeredAt ?? readAt,
    ...(isLate(deadline, answeredAt) && { late: true }),
    ...(report && { report }),
    ...(doubted && { doubted }),
  }
}

export const taskShown = ({ state }: Pick<TaskDoc, 'state'>) => (state === 'running' ? 'published' : state)

export const isLate = (deadline: number | undefined, at: number | undefined): boolean =>
  at !== undefined && isPast(deadline, at)

/** Marks of those who have not answered and are there to be asked. */
export function missingOf({ entries }: TaskDoc, present: ReadonlySet<string>): string[] {
  return Object.entries(entries).flatMap(([mark, entry]) =>
    ['read', 'unread'].includes(taskState(entry, present.has(mark))) ? [mark] : [],
  )
}
