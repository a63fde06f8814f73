// Decides whose a task is: everybody's whom it addresses, and the leaders' of its school (N19, M14).
import { LEADERS, type Identity, type Role } from '@class-pact/core/contract'
import { beijingDay } from '@class-pact/core/calendar'
import type { Session, Whose } from '../../common/call/handlers'
import type { Stage } from '../../common/store/collection'
import { notices, type NoticeDoc } from '../notice'
import { describeColleagues, lookUpStaff, markStaff, type StaffFound } from '../office'
import type { SchoolDoc } from '../school'
import { schools } from '../school'
import type { TaskDoc } from './documents'

/** There is a task as soon as the notice is out. */
export interface FoundTask {
  notice: Omit<NoticeDoc, 'trail'>
  task?: TaskDoc
}
export interface FoundTaskBoard {
  task: TaskDoc
  /** Marks of those who work there now. */
  present: Set<string>
}

interface Named {
  schoolId: string
  noticeId: string
}

const isLeader = ({ role }: Identity) => (LEADERS as readonly Role[]).includes(role)

const lookUpTask = (noticeId: string): Stage => ({
  $lookup: { from: 'tasks', pipeline: [{ $match: { _id: noticeId } }], as: 'tasks' },
})

/** Notice and task in one call. Until it is out only its author finds it, and the leaders, who review (G01). */
export async function findTask(
  { schoolId, noticeId }: Named,
  { openid }: Session,
): Promise<Whose<FoundTask> | undefined> {
  const [row] = await notices.aggregate<NoticeDoc & { tasks: TaskDoc[] }>([
    { $match: { _id: noticeId, schoolId, 'audience.to': 'staff' } },
    { $project: { trail: 0 } },
    lookUpTask(noticeId),
  ])
  if (!row) return undefined
  const {
    tasks: [task],
    ...notice
  } = row
  const isAddressed = task !== undefined && Object.hasOwn(task.entries, markStaff(schoolId, openid))
  return { found: { notice, task }, place: { schoolId }, may: (identity) => isAddressed || isLeader(identity) }
}

type Row = SchoolDoc & StaffFound & { tasks: TaskDoc[] }

/** The task, and who still works there, in one call. */
export async function findTaskBoard(
  { schoolId, noticeId }: Named,
  { now }: Session,
): Promise<Whose<FoundTaskBoard> | undefined> {
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { kind: 1, principals: 1, office: 1 } },
    ...lookUpStaff(schoolId),
    lookUpTask(noticeId),
  ])
  const task = row?.tasks.find((each) => each.schoolId === schoolId)
  if (!row || !task) return undefined
  const present = new Set(describeColleagues(row, row, beijingDay(now)).map(({ mark }) => mark))
  return { found: { task, present }, place: { schoolId } }
}
