// Decides what others read of tasks.
import { taskRows } from '@class-pact/core/task/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'task',
  rows: taskRows,
  collections: {
    tasks: {
      trailed: true,
      dutied: true,
      personal: { copied: true, forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'notices', by: 'publishedAt', as: 'instant' }],
    },
  },
  messages: ['notice'],
  acts: {
    'task.open': '建教职工回执',
    'task.answer': '教职工回执',
    'task.remind': '提醒教职工',
    'task.close': '办结教职工任务',
  },
}
