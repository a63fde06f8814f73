// Decides what others read of figures.
import { statisticsRows } from '@class-pact/core/statistics/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'statistics',
  rows: statisticsRows,
  collections: {
    statistics: { purged: { kept: 'figures' } },
  },
  acts: {},
}
