// Decides who sees which of the staff has not answered: the leaders, in one read (N19, X01).
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { describeTaskBoard } from './board'
import type { FoundTaskBoard } from './find-task'

export const readTaskBoard: Handler<'task.board', FoundTaskBoard> = (_input, { found: { task, present } }) =>
  Promise.resolve(succeed(describeTaskBoard(task, present)))
