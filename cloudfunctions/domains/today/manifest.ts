// Decides what others read of the today pages.
import { todayRows } from '@class-pact/core/today/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'today',
  rows: todayRows,
  collections: {},
  acts: {},
}
