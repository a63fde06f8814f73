// Decides the actions on tasks: the staff read and answer, the leaders see who has not and see to it (N19).
import { taskRows } from '@class-pact/core/task/contract'
import { serve } from '../../common/call/handlers'
import { answerTask } from './answer-task'
import { closeTask } from './close-task'
import { findTask, findTaskBoard } from './find-task'
import { markRead } from './mark-read'
import { readTaskBoard } from './read-board'
import { readTask } from './read-task'
import { remindTask } from './remind'

export const actions = serve(
  taskRows,
  { task: findTask, taskBoard: findTaskBoard },
  {
    'task.read': readTask,
    'task.markRead': markRead,
    'task.answer': answerTask,
    'task.board': readTaskBoard,
    'task.remind': remindTask,
    'task.close': closeTask,
  },
)
