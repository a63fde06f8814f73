// Decides what others read of reminders.
import { reminderRows } from '@class-pact/core/reminder/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'reminder',
  rows: reminderRows,
  collections: {
    deliveries: {
      personal: { copied: true, forgotten: 'at once' },
      purged: [{ kind: 'messages', by: 'at', as: 'instant' }],
    },
    // A moment of a school, and nobody's name.
    digests: { dutied: true, purged: { kept: 'nobody' } },
  },
  messages: ['notice', 'todo'],
  acts: {},
}
