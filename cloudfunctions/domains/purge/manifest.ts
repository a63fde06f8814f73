// Decides what others read of the purge of finished school years.
import { purgeRows } from '@class-pact/core/purge/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'purge',
  rows: purgeRows,
  collections: { purges: { trailed: true, dutied: true, purged: { kept: 'proof' } } },
  acts: { 'purge.done': '到期清除' },
}
