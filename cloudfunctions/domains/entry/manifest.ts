// Decides what others read of entries.
import { entryRows } from '@class-pact/core/register/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'entry',
  rows: entryRows,
  collections: {
    // The school's own record: copied to nobody, kept as long as an incident.
    entries: {
      trailed: true,
      dutied: true,
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
      purged: [
        { kind: 'registers', by: 'on', as: 'day', when: { 'subject.kind': { $nin: ['device', 'room'] } }, files: true },
      ],
    },
  },
  messages: ['todo'],
  acts: {
    'register.write': '记台账',
    'register.fillGrid': '一页记台账',
    'entry.part': '办台账的下一步',
    'entry.void': '作废台账记录',
  },
}
