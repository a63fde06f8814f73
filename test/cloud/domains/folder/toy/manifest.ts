// Decides what others read of toys.
import type { Manifest } from '../../../../../cloudfunctions/common/call/manifest'
import { toyRows } from './contract'

export const manifest: Manifest = {
  name: 'toy',
  rows: toyRows,
  collections: {
    toys: { trailed: true, personal: { copied: true, forgotten: 'at once' }, purged: { kept: 'present' } },
  },
  acts: { 'toy.keep': '放好玩具' },
}
