// Decides what of the staff's tasks a today page names: those that wait for this person, the next due first (N19).
import type { Instant, TodayTasks } from '@class-pact/core/contract'
import type { Stage } from '../../common/store/collection'
import { lookUpList, readList, type List } from '../../common/store/pages'
import { describeTodayTask, waitingPart, type OwnTask } from '../task'

/** The page names the next; all are found under 通知. */
const NAMED = 5

const listOf = (schoolId: string, openid: string): List => ({ parts: [waitingPart(schoolId, openid)], size: NAMED })

export const lookUpTasks = (schoolId: string, openid: string): Stage[] => lookUpList('tasks', listOf(schoolId, openid))

export function readTasks(
  row: object | undefined,
  { schoolId, openid, now }: { schoolId: string; openid: string; now: Instant },
): TodayTasks {
  const { rows, total } = readList<OwnTask>(row, 'tasks', listOf(schoolId, openid))
  return { tasks: rows.map((task) => describeTodayTask(task, now)), tasksTotal: total }
}
