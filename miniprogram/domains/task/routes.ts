// Decides where the pages of the staff's tasks are.
import { addressOf } from '../../services/page-address'

export const TASK_ROUTES = {
  task: (query: { noticeId: string }) => addressOf('/packages/notice/task/task', query),
  staffBoard: (query: { noticeId: string }) => addressOf('/packages/notice/staff-board/staff-board', query),
} as const
