// Decides what others read of rules that were found wrong.
import { misjudgementRows } from '@class-pact/core/misjudgement/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'misjudgement',
  rows: misjudgementRows,
  collections: {
    misjudgements: {
      trailed: true,
      personal: { copied: true, forgotten: 'at once' },
      purged: [{ kind: 'cases', by: 'at', as: 'instant' }],
    },
  },
  acts: {
    'misjudgement.tell': '反映误判',
    'misjudgement.answer': '看误判',
  },
}
