// Decides what others read of rosters.
import { rosterRows } from '@class-pact/core/roster/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'roster',
  rows: rosterRows,
  collections: {},
  acts: {
    'roster.import': '导入名单',
  },
}
