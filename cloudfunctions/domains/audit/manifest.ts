// Decides what others read of the audit.
import { auditRows } from '@class-pact/core/audit/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'audit',
  rows: auditRows,
  collections: {
    audit: { personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } }, purged: { kept: 'proof' } },
  },
  acts: {},
}
