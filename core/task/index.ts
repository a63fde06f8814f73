// Tasks for a school's staff: where each of the addressed stands, and when a task is done.
export { countTask, mayCloseWithout, taskState } from './entries'
export type { TaskLine } from './entries'
