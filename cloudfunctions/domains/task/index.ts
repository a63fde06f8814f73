// What other domains may use of task.
export { colleaguesOf, openTask, planTask, withdrawTask } from './open-task'
export { COUNT_ANSWERS, describeTask, describeTodayTask, settledPart, waitingPart, type OwnTask } from './own-tasks'
export { taskRecipients } from './push-task'
export { tasks } from './store'
