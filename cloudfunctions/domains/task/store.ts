// Decides what is asked of tasks and changed in them.
import { openCollection } from '../../common/store/collection'
import type { TaskDoc } from './documents'

export const tasks = openCollection<TaskDoc>('tasks')
