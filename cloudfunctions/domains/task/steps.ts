// Decides what the clock does to tasks: it sends their one reminder.
import { runDuties, type Steps } from '../../common/call/duties'
import { tasks } from './store'
import { stepTask } from './task-step'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(tasks, (task, duty) => stepTask(task, duty, until), until, schoolId)],
}
